package dev.fanfare.server.api;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.hub.ChannelState;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.Trigger.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what channels there are and who is in them. The texts of refusals are those of hosted Pusher. */
final class ChannelQueries {
    private static final String PRESENCE_PREFIX = "presence-";

    private final Node node;

    ChannelQueries(Node node) {
        this.node = node;
    }

    /** The occupied channels. */
    void all(ApiRequest request, Exchange exchange) throws Problem {
        String asked = request.query().value("filter_by_prefix");
        String prefix = asked == null ? "" : asked;
        Set<Attribute> attributes = ChannelAttributes.parse(request.query().value("info"));
        boolean presence = prefix.startsWith(PRESENCE_PREFIX);
        if (attributes.contains(Attribute.USER_COUNT) && !presence) {
            throw Problem.badRequest("user_count may only be requested for presence channels"
                    + " - please supply filter_by_prefix begining with presence-");
        }
        if (attributes.contains(Attribute.CACHE)) {
            throw Problem.badRequest("cache may only be requested for a single channel");
        }
        node.channels(request.app(), prefix, states -> exchange.answer(channels(states, presence, attributes)));
    }

    /** One channel, occupied or not. */
    void one(ApiRequest request, Exchange exchange) throws Problem {
        ChannelName channel = channel(request);
        Set<Attribute> attributes = ChannelAttributes.parse(request.query().value("info"));
        if (attributes.contains(Attribute.USER_COUNT) && !channel.isPresence()) {
            throw Problem.badRequest("Cannot retrieve the user count unless the channel is a presence channel");
        }
        if (attributes.contains(Attribute.CACHE) && !channel.isCached()) {
            throw Problem.badRequest("Cannot retrieve the cached event unless the channel is a cache channel");
        }
        node.channel(request.app(), channel, state -> exchange.answer(channel(channel, state, attributes)));
    }

    /** The users of a presence channel. */
    void members(ApiRequest request, Exchange exchange) throws Problem {
        ChannelName channel = channel(request);
        if (!channel.isPresence()) {
            throw Problem.badRequest("Users can only be retrieved for presence channels");
        }
        node.members(request.app(), channel, userIds -> exchange.answer(users(userIds)));
    }

    /** The deprecated form of {@link #one}. */
    void stats(ApiRequest request, Exchange exchange) throws Problem {
        node.channel(request.app(), channel(request), state -> exchange.answer(stats(state)));
    }

    /** How many connections the app has on this node. */
    void connections(ApiRequest request, Exchange exchange) {
        int connections = node.usage(request.app()).connections();
        exchange.answer(Response.json(
                200, new JsonText().raw("{\"connections\":").number(connections).raw("}")));
    }

    private static ChannelName channel(ApiRequest request) throws Problem {
        try {
            return ChannelName.parse(request.subject(), request.app().limits().channelNameLength());
        } catch (ProtocolException e) {
            throw Problem.badRequest(e.getMessage());
        }
    }

    private static Response channels(Map<String, ChannelState> states, boolean presence, Set<Attribute> attributes) {
        JsonText json = new JsonText().raw("{\"channels\":{");
        states.forEach((name, state) -> {
            json.comma().string(name).raw(":{");
            ChannelAttributes.writeCounts(json, presence, state, attributes);
            json.raw("}");
        });
        return Response.json(200, json.raw("}}"));
    }

    private static Response channel(ChannelName channel, ChannelState state, Set<Attribute> attributes) {
        JsonText json = new JsonText().raw("{\"occupied\":").raw(String.valueOf(state.occupied()));
        ChannelAttributes.writeCounts(json, channel.isPresence(), state, attributes);
        if (attributes.contains(Attribute.CACHE)) {
            ChannelAttributes.writeCache(json, state.cached());
        }
        return Response.json(200, json.raw("}"));
    }

    private static Response users(List<String> userIds) {
        JsonText json = new JsonText().raw("{\"users\":[");
        for (String userId : userIds) {
            json.comma().raw("{\"id\":").string(userId).raw("}");
        }
        return Response.json(200, json.raw("]}"));
    }

    private static Response stats(ChannelState state) {
        JsonText json = new JsonText().raw("{\"occupied\":").raw(String.valueOf(state.occupied()));
        json.raw(",\"user_count\":").number(state.users());
        json.raw(",\"connection_count\":").number(state.subscriptions());
        return Response.json(200, json.raw("}"));
    }
}
