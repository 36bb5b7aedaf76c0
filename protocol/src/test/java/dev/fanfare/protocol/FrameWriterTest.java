package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testsupport.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class FrameWriterTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final ChannelName ROOM = channel("room");
    private static final ChannelName PRESENCE = channel("presence-x");

    @Test
    void framesLookAsTheSdksExpectThem() {
        assertText(FrameWriter.connectionEstablished(new SocketId(131160, 155806628), 120), """
                {"event":"pusher:connection_established","data":"{\\"socket_id\\":\\"131160.155806628\\",\\"activity_timeout\\":120}"}""");
        assertText(FrameWriter.pong(), """
                {"event":"pusher:pong","data":{}}""");
        assertText(FrameWriter.error(CloseCode.UNKNOWN_APP), """
                {"event":"pusher:error","data":{"code":4001,"message":"Application does not exist"}}""");
        assertText(FrameWriter.error(ErrorCode.NONE, "No \"x\""), """
                {"event":"pusher:error","data":{"code":null,"message":"No \\"x\\""}}""");
        assertText(FrameWriter.error(ErrorCode.CLIENT_EVENT_RATE, "Slow down"), """
                {"event":"pusher:error","data":{"code":4301,"message":"Slow down"}}""");
        assertText(FrameWriter.subscriptionError("private-\"x", SubscriptionRefusal.UNAUTHORIZED, "No"), """
                {"event":"pusher:subscription_error","channel":"private-\\"x","data":{"type":"AuthError","error":"No","status":401}}""");
        assertText(FrameWriter.subscriptionSucceeded(ROOM), """
                {"event":"pusher_internal:subscription_succeeded","channel":"room","data":"{}"}""");
        assertText(FrameWriter.subscriptionCount(ROOM, 3), """
                {"event":"pusher_internal:subscription_count","channel":"room","data":"{\\"subscription_count\\":3}"}""");
        assertText(FrameWriter.cacheMiss(ROOM), """
                {"event":"pusher:cache_miss","channel":"room","data":"{}"}""");
        assertText(FrameWriter.signinSucceeded("{\"id\":\"12345\"}"), """
                {"event":"pusher:signin_success","data":"{\\"user_data\\":\\"{\\\\\\"id\\\\\\":\\\\\\"12345\\\\\\"}\\"}"}""");
    }

    @Test
    void membersLookAsTheSdksExpectThem() throws ProtocolException {
        PresenceMember ann = PresenceMember.parse("{\"user_id\":1,\"user_info\":{\"name\":\"A\"}}");
        PresenceMember bob = PresenceMember.parse("{\"user_id\":\"2\"}");

        assertText(FrameWriter.subscriptionSucceeded(PRESENCE, List.of(ann, bob)), """
                {"event":"pusher_internal:subscription_succeeded","channel":"presence-x","data":"{\\"presence\\":{\\"count\\":2,\\"ids\\":[\\"1\\",\\"2\\"],\\"hash\\":{\\"1\\":{\\"name\\":\\"A\\"},\\"2\\":{}}}}"}""");
        assertText(FrameWriter.subscriptionSucceeded(PRESENCE, List.of()), """
                {"event":"pusher_internal:subscription_succeeded","channel":"presence-x","data":"{\\"presence\\":{\\"count\\":0,\\"ids\\":[],\\"hash\\":{}}}"}""");
        assertText(FrameWriter.memberAdded(PRESENCE, ann), """
                {"event":"pusher_internal:member_added","channel":"presence-x","data":"{\\"user_id\\":\\"1\\",\\"user_info\\":{\\"name\\":\\"A\\"}}"}""");
        assertText(FrameWriter.memberRemoved(PRESENCE, "2"), """
                {"event":"pusher_internal:member_removed","channel":"presence-x","data":"{\\"user_id\\":\\"2\\"}"}""");
    }

    @Test
    void watchlistEventsLeaveEmptyListsOut() {
        assertText(FrameWriter.watchlistEvents(List.of("u1", "u2"), List.of("u3")), """
                {"event":"pusher_internal:watchlist_events","data":"{\\"events\\":[{\\"name\\":\\"online\\",\\"user_ids\\":[\\"u1\\",\\"u2\\"]},{\\"name\\":\\"offline\\",\\"user_ids\\":[\\"u3\\"]}]}"}""");
        assertText(FrameWriter.watchlistEvents(List.of(), List.of("u3")), """
                {"event":"pusher_internal:watchlist_events","data":"{\\"events\\":[{\\"name\\":\\"offline\\",\\"user_ids\\":[\\"u3\\"]}]}"}""");
        assertText(FrameWriter.watchlistEvents(List.of("u1"), List.of()), """
                {"event":"pusher_internal:watchlist_events","data":"{\\"events\\":[{\\"name\\":\\"online\\",\\"user_ids\\":[\\"u1\\"]}]}"}""");
    }

    @Test
    void clientEventsKeepTheirTypeAndNameTheSenderInPresenceChannelsOnly() {
        byte[] data = "{ \"x\": \"é\\ud800\" }".getBytes(UTF_8);
        ClientFrame.ClientEvent event = new ClientFrame.ClientEvent("client-\"é", "presence-x", data, data.length);

        assertText(FrameWriter.clientEvent(event, null), """
                {"event":"client-\\"é","channel":"presence-x","data":{ "x": "é\\ud800" }}""");
        assertText(FrameWriter.clientEvent(event, "a\"b"), """
                {"event":"client-\\"é","channel":"presence-x","data":{ "x": "é\\ud800" },"user_id":"a\\"b"}""");
    }

    @Test
    void publishedEventsAreEscapedAsLittleAsPossible() {
        EventFrame frame = EventFrame.of("my/event", ROOM, "\"\\/\b\f\n\r\t\u0001\u001f\u007fé€😀");

        assertText(
                frame.json(),
                "{\"event\":\"my/event\",\"channel\":\"room\",\"data\":"
                        + "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007fé€😀\"}");
        assertThat(frame.data()).isEqualTo("\"\\/\b\f\n\r\t\u0001\u001f\u007fé€😀");
        assertThat(EventFrame.of("e", ROOM, "").data()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CloseCode.class)
    void errorsBeforeACloseCarryItsNumber(CloseCode code) {
        JsonNode frame = JACKSON.readTree(FrameWriter.error(code));

        assertThat(frame.get("data").get("code").intValue()).isEqualTo(code.code());
        assertThat(frame.get("data").get("message").stringValue()).isEqualTo(code.reason());
    }

    @Test
    void anyTextSurvives() {
        Property.check(500, random -> {
            List<PresenceMember> members = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                members.add(PresenceMember.of(i + Json.text(random), Json.value(random, 3)));
            }
            JsonNode data =
                    inner(FrameWriter.subscriptionSucceeded(PRESENCE, members)).get("presence");
            assertThat(data.get("count").intValue()).isEqualTo(5);
            for (int i = 0; i < members.size(); i++) {
                PresenceMember member = members.get(i);
                assertThat(data.get("ids").get(i).stringValue()).isEqualTo(member.userId());
                assertThat(data.get("hash").get(member.userId())).isEqualTo(JACKSON.readTree(member.userInfo()));
                assertThat(inner(FrameWriter.memberRemoved(PRESENCE, member.userId()))
                                .get("user_id")
                                .stringValue())
                        .isEqualTo(member.userId());
            }
            String text = Json.text(random);
            assertThat(inner(FrameWriter.signinSucceeded(text)).get("user_data").stringValue())
                    .isEqualTo(text);
            assertThat(EventFrame.of("e", ROOM, text).data()).isEqualTo(text);
            assertThat(JACKSON.readTree(EventFrame.of(text, ROOM, text).json())
                            .get("data")
                            .stringValue())
                    .isEqualTo(text);
        });
    }

    private static JsonNode inner(byte[] frame) {
        return JACKSON.readTree(JACKSON.readTree(frame).get("data").stringValue());
    }

    private static void assertText(byte[] frame, String expected) {
        assertThat(new String(frame, UTF_8)).isEqualTo(expected);
    }

    private static ChannelName channel(String name) {
        try {
            return ChannelName.parse(name, 164);
        } catch (ProtocolException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
