package dev.fanfare.server.api;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.OverQuota;
import dev.fanfare.engine.hub.ChannelState;
import dev.fanfare.engine.hub.Publication;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.Trigger;
import dev.fanfare.protocol.TriggerException;
import java.util.ArrayList;
import java.util.List;

/** Publishes what back ends trigger, all of a request or nothing. */
final class TriggerEvents {
    private static final Response ACCEPTED = Response.json(202, new JsonText().raw("{}"));

    private final Node node;

    TriggerEvents(Node node) {
        this.node = node;
    }

    private void checkQuota(App app) throws Problem {
        if (node.isOverQuota(app)) {
            throw new Problem(403, OverQuota.message(app));
        }
    }

    /** One event for one or more channels. */
    void one(ApiRequest request, Exchange exchange) throws Problem {
        checkQuota(request.app());
        Trigger trigger = request.length() > 0
                ? parse(request, request.body(), request.length())
                : parse(request, TriggerBody.fromQuery(request.query()));
        List<Publication> publications = publications(trigger);
        if (trigger.info().isEmpty()) {
            node.publish(request.app(), publications, _ -> exchange.answer(Response.EMPTY_OBJECT));
        } else {
            node.publish(request.app(), publications, states -> exchange.answer(channels(trigger, states)));
        }
    }

    /** Several events, each for one channel. */
    void batch(ApiRequest request, Exchange exchange) throws Problem {
        checkQuota(request.app());
        List<Trigger> triggers = parseBatch(request);
        List<Publication> publications = new ArrayList<>(triggers.size());
        for (Trigger trigger : triggers) {
            publications.addAll(publications(trigger));
        }
        boolean plain = triggers.stream().allMatch(trigger -> trigger.info().isEmpty());
        node.publish(
                request.app(),
                publications,
                states -> exchange.answer(plain ? Response.EMPTY_OBJECT : batch(triggers, states)));
    }

    /** The event of an old client: the name in the query, the data in the body. */
    void deprecated(ApiRequest request, Exchange exchange) throws Problem {
        checkQuota(request.app());
        Trigger trigger = parse(request, TriggerBody.fromChannelRequest(request));
        node.publish(request.app(), publications(trigger), _ -> exchange.answer(ACCEPTED));
    }

    private static Trigger parse(ApiRequest request, byte[] body) throws Problem {
        return parse(request, body, body.length);
    }

    private static Trigger parse(ApiRequest request, byte[] body, int length) throws Problem {
        try {
            return Trigger.parse(body, 0, length, request.app().limits().trigger());
        } catch (TriggerException e) {
            throw new Problem(e.status(), e.getMessage());
        }
    }

    private static List<Trigger> parseBatch(ApiRequest request) throws Problem {
        try {
            return Trigger.parseBatch(
                    request.body(), 0, request.length(), request.app().limits().trigger());
        } catch (TriggerException e) {
            throw new Problem(e.status(), e.getMessage());
        }
    }

    private static List<Publication> publications(Trigger trigger) {
        List<ChannelName> channels = trigger.channels();
        if (channels.size() == 1) {
            return List.of(publication(trigger, channels.getFirst()));
        }
        List<Publication> publications = new ArrayList<>(channels.size());
        for (ChannelName channel : channels) {
            publications.add(publication(trigger, channel));
        }
        return publications;
    }

    private static Publication publication(Trigger trigger, ChannelName channel) {
        return new Publication(channel, trigger.frame(channel), trigger.except());
    }

    private static Response channels(Trigger trigger, List<ChannelState> states) {
        JsonText json = new JsonText().raw("{\"channels\":{");
        for (int i = 0; i < states.size(); i++) {
            ChannelName channel = trigger.channels().get(i);
            json.comma().string(channel.value()).raw(":");
            ChannelAttributes.write(json, channel, states.get(i), trigger.info());
        }
        return Response.json(200, json.raw("}}"));
    }

    private static Response batch(List<Trigger> triggers, List<ChannelState> states) {
        JsonText json = new JsonText().raw("{\"batch\":[");
        for (int i = 0; i < states.size(); i++) {
            Trigger trigger = triggers.get(i);
            json.comma();
            ChannelAttributes.write(json, trigger.channels().getFirst(), states.get(i), trigger.info());
        }
        return Response.json(200, json.raw("]}"));
    }
}
