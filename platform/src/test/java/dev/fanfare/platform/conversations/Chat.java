package dev.fanfare.platform.conversations;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.spring.TransactionalOutbox;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of conversations do all the time. */
record Chat(RunningPlatform platform) {
    private static final String MARK = "from-now-on";

    Caller as(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name);
    }

    /** A new conversation of its own subject. */
    String begin(String one, String other) {
        return platform.bean(Conversations.class).begin(new Subject("test", Ids.next(), "A lamp"), one, other, null);
    }

    /** Sends without the limits of the route. */
    Message send(String from, String conversation, String text) {
        return platform.bean(Messages.class)
                .send(account(from), conversation, text, null)
                .message();
    }

    Account account(String name) {
        return Objects.requireNonNull(platform.bean(Accounts.class).find(name));
    }

    Answer post(String name, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return as(name).post(path, json(body));
    }

    static String json(Map<String, ?> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }

    /** A client that hears what is told from now on: what was told before has come already. */
    Hearer follow(String name, String channel) throws IOException, InterruptedException {
        TestClient client = platform.client();
        as(name).subscribe(client, channel);
        platform.bean(TransactionalOutbox.class).publish(OutboundEvent.of(channel, MARK, null));
        RunningPlatform.heard(client, MARK);
        return new Hearer(client, channel);
    }

    Hearer followConversation(String name, String id) throws IOException, InterruptedException {
        return follow(name, "private-conversation-" + id);
    }

    Hearer followUser(String name) throws IOException, InterruptedException {
        return follow(name, "private-user-" + name);
    }

    int unread(String name) throws IOException, InterruptedException {
        return as(name).get("/api/messages/unread-count")
                .json()
                .path("unreadCount")
                .asInt();
    }

    /** A client of one channel. Belongs to one test thread. */
    record Hearer(TestClient client, String channel) implements AutoCloseable {
        /** The next event on the channel, what the server itself tells left out. */
        ReceivedFrame next() {
            ReceivedFrame frame = client.await();
            while (!frame.channel().equals(channel)
                    || frame.event().startsWith("pusher")
                    || frame.event().equals(MARK)) {
                frame = client.await();
            }
            return frame;
        }

        /** The next event of this name, whatever comes before. */
        ReceivedFrame next(String event) {
            ReceivedFrame frame = next();
            while (!frame.event().equals(event)) {
                frame = next();
            }
            return frame;
        }

        /** How a conversation is shown next in the list of the user whose channel this is. */
        JsonNode entry(String conversation) {
            JsonNode entry = next("conversation:updated").dataJson();
            while (!entry.path("conversationId").asString().equals(conversation)) {
                entry = next("conversation:updated").dataJson();
            }
            return entry;
        }

        /** The next total of unread messages that the user is told. */
        int unreadTold() {
            JsonNode counts = next("unread:changed").dataJson();
            while (!counts.has("conversations")) {
                counts = next("unread:changed").dataJson();
            }
            return counts.path("conversations").asInt();
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }
}
