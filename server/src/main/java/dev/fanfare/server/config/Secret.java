package dev.fanfare.server.config;

import dev.fanfare.protocol.AppSecret;

/** A secret: no message, report or log shows it, also not where it is wrong. */
record Secret() implements ValueType<AppSecret> {
    @Override
    public AppSecret read(String text) {
        return new AppSecret(text);
    }

    @Override
    public String show(AppSecret value) {
        return value.toString();
    }

    @Override
    public String expected() {
        return "a text";
    }

    @Override
    public boolean accepts(AppSecret value) {
        return true;
    }

    @Override
    public String quote(String text) {
        return text.isEmpty() ? "empty" : "`***`";
    }
}
