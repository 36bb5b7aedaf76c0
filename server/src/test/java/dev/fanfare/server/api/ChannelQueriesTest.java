package dev.fanfare.server.api;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelQueriesTest {
    private final TestApi api = new TestApi();

    @BeforeEach
    void occupy() {
        api.subscribe("room");
        api.subscribe("room");
        api.subscribe("cache-room");
        api.join("presence-room", "7");
        api.join("presence-room", "7");
        api.join("presence-room", "8");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void occupiedChannelsAreListed() {
        api.get("/apps/3/channels").isOk("{\"channels\":{\"cache-room\":{},\"presence-room\":{},\"room\":{}}}");
    }

    @Test
    void noChannelsAreAnObjectAndNotAnArray() {
        api.get("/apps/3/channels", "filter_by_prefix=none").isOk("{\"channels\":{}}");
    }

    @Test
    void channelsAreFilteredAndCounted() {
        api.get("/apps/3/channels", "filter_by_prefix=presence-&info=user_count")
                .isOk("{\"channels\":{\"presence-room\":{\"user_count\":2}}}");
        api.get("/apps/3/channels", "filter_by_prefix=presence-&info=user_count,subscription_count")
                .isOk("{\"channels\":{\"presence-room\":{\"user_count\":2,\"subscription_count\":3}}}");
        api.get("/apps/3/channels", "filter_by_prefix=roo&info=subscription_count")
                .isOk("{\"channels\":{\"room\":{\"subscription_count\":2}}}");
    }

    @Test
    void usersOfAllChannelsAreNotCounted() {
        api.get("/apps/3/channels", "info=user_count")
                .isProblem(400, "user_count may only be requested for presence channels");
        api.get("/apps/3/channels", "info=cache").isProblem(400, "cache may only be requested for a single channel");
        api.get("/apps/3/channels", "info=weight").isProblem(400, "Unknown attribute in info: weight");
    }

    @Test
    void channelSaysWhetherItIsOccupied() {
        api.get("/apps/3/channels/room").isOk("{\"occupied\":true}");
        api.get("/apps/3/channels/vacant").isOk("{\"occupied\":false}");
    }

    @Test
    void channelIsCounted() {
        api.get("/apps/3/channels/room", "info=subscription_count")
                .isOk("{\"occupied\":true,\"subscription_count\":2}");
        api.get("/apps/3/channels/presence-room", "info=subscription_count,user_count")
                .isOk("{\"occupied\":true,\"user_count\":2,\"subscription_count\":3}");
        api.get("/apps/3/channels/presence-vacant", "info=subscription_count,user_count")
                .isOk("{\"occupied\":false,\"user_count\":0,\"subscription_count\":0}");
    }

    @Test
    void cachedEventIsTold() {
        api.get("/apps/3/channels/cache-room", "info=cache").isOk("{\"occupied\":true,\"cache\":null}");

        api.trigger("{\"name\":\"e\",\"channel\":\"cache-room\",\"data\":\"{\\\"a\\\":1}\"}")
                .isOk("{}");

        api.get("/apps/3/channels/cache-room", "info=cache")
                .isOk("{\"occupied\":true,\"cache\":{\"data\":\"{\\\"a\\\":1}\",\"ttl\":1800}}");
    }

    @Test
    void attributesThatAChannelCannotHaveAreRefused() {
        api.get("/apps/3/channels/room", "info=user_count")
                .isProblem(400, "Cannot retrieve the user count unless the channel is a presence channel");
        api.get("/apps/3/channels/room", "info=cache")
                .isProblem(400, "Cannot retrieve the cached event unless the channel is a cache channel");
        api.get("/apps/3/channels/room", "info=subscription_count,").isProblem(400, "Unknown attribute");
        api.get("/apps/3/channels/ro$om").isProblem(400, "ro$om");
    }

    @Test
    void usersOfAPresenceChannelAreListedOnce() {
        api.get("/apps/3/channels/presence-room/users").isOk("{\"users\":[{\"id\":\"7\"},{\"id\":\"8\"}]}");
        api.get("/apps/3/channels/presence-vacant/users").isOk("{\"users\":[]}");
        api.get("/apps/3/channels/room/users").isProblem(400, "Users can only be retrieved for presence channels");
    }

    @Test
    void deprecatedStatsAreCounted() {
        api.get("/apps/3/channels/presence-room/stats")
                .isOk("{\"occupied\":true,\"user_count\":2,\"connection_count\":3}");
    }

    @Test
    void connectionsAreCounted() {
        api.get("/apps/3/connections").isOk("{\"connections\":6}");
    }

    @Test
    void channelsOfOtherAppsAreNotSeen() {
        String query = "auth_key=other-key&auth_timestamp=" + TestApi.NOW + "&auth_version=1.0";
        String signature = TestSignature.sign(TestApi.SECRET, "GET", "/apps/4/channels", query);

        api.send(TestApi.request("GET", "/apps/4/channels?" + query + "&auth_signature=" + signature, ""))
                .isOk("{\"channels\":{}}");
    }
}
