package dev.fanfare.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What those in a room see of each other and nobody sees later. */
@OnEachDatabase
class CursorTest {
    private static final String CURSOR = "/api/realtime/cursor";
    private static final String TYPING = "/api/realtime/typing";

    private final Desk desk;

    CursorTest(RunningPlatform platform) {
        desk = new Desk(platform);
    }

    @Test
    void aCursorIsToldOfWhoeverIsSignedInButNotToTheirConnection() throws IOException, InterruptedException {
        String id = desk.begin("Pointed at").path("id").asString();
        String room = "presence-room-" + id;
        try (TestClient ada = desk.follow("ada", room);
                TestClient bob = desk.follow("bob", room)) {
            Map<String, Object> place = new HashMap<>(
                    Map.of("roomId", id, "x", 0.25, "y", 1, "userId", "cleo", "socketId", ada.socketId()));
            assertThat(desk.as("ada").post(CURSOR, Desk.json(place)).status()).isEqualTo(204);

            ReceivedFrame moved = RunningPlatform.heard(bob, "cursor:move");
            assertThat(moved.data()).isEqualTo("{\"roomId\":\"" + id + "\",\"userId\":\"ada\",\"x\":0.25,\"y\":1.0}");
            desk.as("bob").post(CURSOR, Desk.json(Map.of("roomId", id, "x", 0.5, "y", 0.5)));
            assertThat(RunningPlatform.heard(ada, "cursor:move")
                            .dataJson()
                            .path("userId")
                            .asString())
                    .isEqualTo("bob");
        }
        assertThat(kept(room)).isZero();
    }

    @Test
    void typingInARoomIsToldToTheOthers() throws IOException, InterruptedException {
        String id = desk.begin("Written in").path("id").asString();
        String room = "presence-room-" + id;
        try (TestClient bob = desk.follow("bob", room)) {
            for (boolean isTyping : new boolean[] {true, false}) {
                assertThat(desk.as("ada")
                                .post(TYPING, Desk.json(Map.of("roomId", id, "isTyping", isTyping)))
                                .status())
                        .isEqualTo(204);
            }

            ReceivedFrame start = RunningPlatform.heard(bob, "typing:start");
            assertThat(start.data()).isEqualTo("{\"roomId\":\"" + id + "\",\"userId\":\"ada\",\"isTyping\":true}");
            assertThat(RunningPlatform.heard(bob, "typing:stop")
                            .dataJson()
                            .path("userId")
                            .asString())
                    .isEqualTo("ada");
        }
        assertThat(kept(room)).isZero();
    }

    private int kept(String channel) {
        return desk.platform()
                .bean(JdbcClient.class)
                .sql("select count(*) from channel_event where channel = ?")
                .param(channel)
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"-0.01, 0.5", "0.5, 1.01", "1e9, 0", "\"NaN\", 0", "null, 0"})
    void aPlaceOutsideOfThePageIsNone(String x, String y) throws IOException, InterruptedException {
        String id = desk.begin("Edges").path("id").asString();

        Answer answer = desk.as("ada").post(CURSOR, "{\"roomId\":\"" + id + "\",\"x\":" + x + ",\"y\":" + y + "}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void whoeverTypesSaysWhere() throws IOException, InterruptedException {
        String id = desk.begin("Somewhere").path("id").asString();

        assertThat(desk.as("ada").post(TYPING, "{\"isTyping\":true}").status()).isEqualTo(400);
        assertThat(desk.as("ada")
                        .post(TYPING, Desk.json(Map.of("roomId", id, "conversationId", id, "isTyping", true)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void roomsThatThereAreNotAreNotCounted() throws IOException, InterruptedException {
        for (int i = 0; i < 40; i++) {
            Answer answer = desk.as("bob").post(CURSOR, Desk.json(Map.of("roomId", "none", "x", 0.1, "y", 0.1)));
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    @Test
    void nobodyPointsMoreThanTenTimesASecondInARoom() throws IOException, InterruptedException {
        String id = desk.begin("Hurried").path("id").asString();
        String place = Desk.json(Map.of("roomId", id, "x", 0.1, "y", 0.1));
        long begun = System.nanoTime();

        long done = 0;
        for (int i = 0; i < 40; i++) {
            if (desk.as("cleo").post(CURSOR, place).status() == 204) {
                done++;
            }
        }

        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(done).isBetween(10L, 11 + (long) (10 * seconds));
        String other = desk.begin("Calm").path("id").asString();
        assertThat(desk.as("cleo")
                        .post(CURSOR, Desk.json(Map.of("roomId", other, "x", 0.1, "y", 0.1)))
                        .status())
                .isEqualTo(204);
    }
}
