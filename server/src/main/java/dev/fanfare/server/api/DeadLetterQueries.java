package dev.fanfare.server.api;

import dev.fanfare.server.webhook.DeadLetter;
import dev.fanfare.server.webhook.Webhooks;
import java.util.List;
import java.util.Set;

/** The events that webhooks have given up: which they are, and sending them again. Not part of Pusher's API. */
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
    void replay(ApiRequest request, Exchange exchange) {
        String id = request.query().value("id");
        webhooks.replay(
                request.app().id(),
                id == null ? Set.of() : Set.copyOf(List.of(id.split(","))),
                count -> exchange.answer(Response.json(
                        200, new JsonText().raw("{\"replayed\":").number(count).raw("}"))));
    }
}
