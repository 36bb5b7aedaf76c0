package dev.fanfare.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.conversations.Conversations;
import dev.fanfare.platform.web.Ids;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DemoConversationsTest {
    @Test
    void demoAccountsHaveWrittenToEachOtherOnceHoweverOftenThePlatformStarts()
            throws IOException, InterruptedException {
        String url = "jdbc:h2:mem:" + Ids.next() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
        for (int start = 1; start <= 2; start++) {
            try (RunningPlatform platform = RunningPlatform.start(url)) {
                JsonNode list =
                        Callers.of(platform, "ada").get("/api/conversations").json();
                assertThat(list.path("conversations").size())
                        .as("two that somebody began, and one with the winner of an auction")
                        .isEqualTo(3);
                assertThat(list.path("unreadCount").asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void withoutDemoAccountsNobodyHasWrittenAnything() {
        try (RunningPlatform platform = RunningPlatform.on(Database.H2, "--platform.demo=false")) {
            assertThat(platform.bean(Conversations.class).partnersOf("ada")).isEmpty();
        }
    }
}
