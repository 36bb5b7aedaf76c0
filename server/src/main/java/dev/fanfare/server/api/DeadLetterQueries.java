package dev.fanfare.server.api;

import dev.fanfare.server.webhook.DeadLetter;
import dev.fanfare.server.webhook.Webhooks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The events that webhooks have given up: which they are, sending them again, and forgetting them. Not part of Pusher's API. */
final class DeadLetterQueries {
    private static final int LIMIT = 100;

    private final Webhooks webhooks;

    DeadLetterQueries(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** The oldest {@value #LIMIT}; with {@code after} in the query, those that follow the one with that id. */
    void list(ApiRequest request, Exchange exchange) {
        String after = request.query().value("after");
        webhooks.deadLetters(
                request.app().id(), after == null ? "" : after, LIMIT, letters -> exchange.answer(listed(letters)));
    }

    /** One letter on each line, and on the last one the id that the next page begins after, if this one is full. */
    private static Response listed(List<DeadLetter> letters) {
        JsonText json = new JsonText().raw("{\"dead_letters\":[");
        for (DeadLetter letter : letters) {
            json.comma().raw("\n{\"id\":").string(letter.id());
            json.raw(",\"url\":").string(letter.url());
            json.raw(",\"time_ms\":").number(letter.millis());
            json.raw(",\"reason\":").string(letter.reason());
            json.raw(",\"event\":").raw(letter.json()).raw("}");
        }
        json.raw("\n]");
        if (letters.size() == LIMIT) {
            json.raw(",\"next\":").string(letters.getLast().id());
        }
        return Response.json(200, json.raw("}"));
    }

    /** With {@code id} in the query, those with commas between them; else all. */
    void replay(ApiRequest request, Exchange exchange) throws Problem {
        String id = request.query().value("id");
        webhooks.replay(
                request.app().id(),
                id == null ? Set.of() : ids(id),
                count -> exchange.answer(counted("replayed", count)));
    }

    /** Those with {@code id} in the query, with commas between them. */
    void discard(ApiRequest request, Exchange exchange) throws Problem {
        String id = request.query().value("id");
        webhooks.discard(
                request.app().id(), ids(id == null ? "" : id), count -> exchange.answer(counted("discarded", count)));
    }

    private static Set<String> ids(String text) throws Problem {
        Set<String> ids = new HashSet<>(List.of(text.split(",")));
        ids.remove("");
        if (ids.isEmpty()) {
            throw Problem.badRequest("Query has no id in `" + text + "`, expected those of dead letters");
        }
        return ids;
    }

    private static Response counted(String name, int count) {
        return Response.json(
                200, new JsonText().raw("{\"" + name + "\":").number(count).raw("}"));
    }
}
