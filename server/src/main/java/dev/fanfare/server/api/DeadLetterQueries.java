package dev.fanfare.server.api;

import dev.fanfare.server.webhook.DeadLetter;
import dev.fanfare.server.webhook.Webhooks;
import java.util.List;
import java.util.Set;

/** The events that webhooks have given up: which they are, and sending them again. Not part of Pusher's API. */
final class DeadLetterQueries {
    private final Webhooks webhooks;

    DeadLetterQueries(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    void list(ApiRequest request, Exchange exchange) {
        webhooks.deadLetters(request.app().id(), letters -> exchange.answer(listed(letters)));
    }

    private static Response listed(List<DeadLetter> letters) {
        JsonText json = new JsonText().raw("{\"dead_letters\":[");
        for (DeadLetter letter : letters) {
            json.comma().raw("{\"id\":").string(letter.id());
            json.raw(",\"url\":").string(letter.url());
            json.raw(",\"time_ms\":").number(letter.millis());
            json.raw(",\"reason\":").string(letter.reason());
            json.raw(",\"event\":").raw(letter.json()).raw("}");
        }
        return Response.json(200, json.raw("]}"));
    }

    /** With {@code id} in the query, that one; else all. */
    void replay(ApiRequest request, Exchange exchange) {
        String id = request.query().value("id");
        webhooks.replay(
                request.app().id(),
                id == null ? Set.of() : Set.of(id),
                count -> exchange.answer(Response.json(
                        200, new JsonText().raw("{\"replayed\":").number(count).raw("}"))));
    }
}
