package dev.fanfare.server.config;

import dev.fanfare.protocol.WebhookKind;
import java.util.List;

/** Kinds of events of a webhook, or the word {@code all}. */
record EventKinds() implements ValueType<List<WebhookKind>> {
    private static final String ALL = "all";
    private static final List<WebhookKind> KINDS = List.of(WebhookKind.values());
    private static final ListOf<WebhookKind> LIST = new ListOf<>(new Choice<>(KINDS), "a list of kinds");

    @Override
    public List<WebhookKind> read(String text) {
        return text.equals(ALL) ? KINDS : LIST.read(text);
    }

    @Override
    public List<WebhookKind> readAll(List<String> texts) {
        return texts.equals(List.of(ALL)) ? KINDS : LIST.readAll(texts);
    }

    @Override
    public String show(List<WebhookKind> value) {
        return LIST.show(value);
    }

    @Override
    public String expected() {
        return "`all`, or a list of " + LIST.element().expected();
    }

    @Override
    public boolean accepts(List<WebhookKind> value) {
        return !value.isEmpty();
    }
}
