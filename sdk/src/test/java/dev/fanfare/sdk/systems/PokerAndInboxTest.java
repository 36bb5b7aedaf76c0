package dev.fanfare.sdk.systems;

import static dev.fanfare.sdk.systems.AllSystems.NOON;
import static dev.fanfare.sdk.systems.AllSystems.NOON_TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sdk.Payload;
import dev.fanfare.sdk.systems.catalogue.SearchKeys;
import dev.fanfare.sdk.systems.inbox.AgentTyping;
import dev.fanfare.sdk.systems.inbox.ContactMessage;
import dev.fanfare.sdk.systems.inbox.ContactUpdated;
import dev.fanfare.sdk.systems.inbox.InboxEvents;
import dev.fanfare.sdk.systems.inbox.MessageRead;
import dev.fanfare.sdk.systems.inbox.MessageSaved;
import dev.fanfare.sdk.systems.inbox.Note;
import dev.fanfare.sdk.systems.inbox.NoteSaved;
import dev.fanfare.sdk.systems.poker.MemberJoined;
import dev.fanfare.sdk.systems.poker.PokerChannels;
import dev.fanfare.sdk.systems.poker.SessionEnded;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import dev.fanfare.sdk.systems.poker.TaskFinalized;
import dev.fanfare.sdk.systems.poker.VoteCast;
import dev.fanfare.sdk.systems.poker.VoteDisclosure;
import dev.fanfare.sdk.systems.poker.VoteRetracted;
import dev.fanfare.sdk.systems.poker.VotesRevealed;
import dev.fanfare.sdk.systems.poker.VotesRevealed.RevealedVote;
import dev.fanfare.sdk.systems.pseudonym.Pseudonyms;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PokerAndInboxTest {
    private static final VoteCast CAST = new VoteCast("s1", "t1", "ann", new StoryPoints("8"));

    private final AllSystems systems = new AllSystems();

    @Test
    void nobodyButTheVoterSeesAVoteBeforeItIsRevealed() {
        systems.publish(CAST);

        String masked =
                "vote {\"sessionId\":\"s1\",\"taskId\":\"t1\",\"userId\":\"ann\",\"storyPoints\":null,\"masked\":true}";
        assertThat(systems.on("planning-poker-s1")).containsExactly(masked);
        assertThat(systems.on("presence-planning-poker-s1")).containsExactly(masked);
        assertThat(systems.on("private-user-ann"))
                .containsExactly("vote {\"sessionId\":\"s1\",\"taskId\":\"t1\",\"userId\":\"ann\",\"storyPoints\":8}");
    }

    @Test
    void votesAreShownAtOnceIfTheApplicationSaysSo() {
        AllSystems live = new AllSystems(UnaryOperator.identity(), VoteDisclosure.LIVE);

        live.publish(CAST);

        assertThat(live.on("planning-poker-s1"))
                .containsExactly("vote {\"sessionId\":\"s1\",\"taskId\":\"t1\",\"userId\":\"ann\",\"storyPoints\":8}");
    }

    @Test
    void aSessionIsToldTheSameOnBothChannels() {
        systems.publish(new MemberJoined("s1", "ann", "Ann"));
        systems.publish(new VoteRetracted("s1", "t1", "ann"));
        systems.publish(new VotesRevealed("s1", "t1", List.of(new RevealedVote("ann", StoryPoints.UNKNOWN))));
        systems.publish(new TaskFinalized("s1", "t1", new StoryPoints("5"), null, null));
        systems.publish(new SessionEnded("s1", null));

        assertThat(systems.on("planning-poker-s1"))
                .containsExactly(
                        "member-joined {\"sessionId\":\"s1\",\"userId\":\"ann\",\"userName\":\"Ann\"}",
                        "vote-retracted {\"sessionId\":\"s1\",\"taskId\":\"t1\",\"userId\":\"ann\"}",
                        "votes-revealed {\"sessionId\":\"s1\",\"taskId\":\"t1\","
                                + "\"votes\":[{\"userId\":\"ann\",\"storyPoints\":\"?\"}]}",
                        "task-finalized {\"sessionId\":\"s1\",\"taskId\":\"t1\",\"finalStoryPoints\":5,"
                                + "\"nextTaskIndex\":null,\"nextTaskId\":null}",
                        "session-ended {\"sessionId\":\"s1\"}");
        assertThat(systems.on("presence-planning-poker-s1")).isEqualTo(systems.on("planning-poker-s1"));
    }

    @Test
    void thePublicChannelOfSessionsCanBeSilenced() {
        AllSystems silent =
                new AllSystems(builder -> builder.silence(List.of(PokerChannels.PUBLIC)), VoteDisclosure.ON_REVEAL);

        silent.publish(CAST);

        assertThat(silent.on("planning-poker-s1")).isEmpty();
        assertThat(silent.on("presence-planning-poker-s1")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.5", "13, 13", "?, '\"?\"'", "XL, '\"XL\"'", "1e3, '\"1e3\"'", "007, '\"007\"'"})
    void aCardIsANumberIfItLooksLikeOne(String card, String json) {
        StoryPoints points = new StoryPoints(card);

        assertThat(Payload.json(points)).isEqualTo(json);
        assertThat(JsonMapper.shared().readValue(json, StoryPoints.class)).isEqualTo(points);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "far more than a card can hold"})
    void whatIsNoCardIsRefused(String card) {
        assertThatThrownBy(() -> new StoryPoints(card)).hasMessageStartingWith("Card `" + card + "`");
    }

    @Test
    void anInboxTellsOfNotesMessagesAndContacts() {
        Note note = new Note("n1", "c1", "ann", "Nice", NOON, NOON);
        ContactMessage message = new ContactMessage(
                "m1", "c1", ContactMessage.Direction.INBOUND, "sms", "Hi", "received", false, null, NOON);
        systems.publish(new NoteSaved(note, true));
        systems.publish(new NoteSaved(note, false));
        systems.publish(new MessageSaved(message, true));
        systems.publish(new MessageSaved(message, false));
        systems.publish(new MessageRead("m1", "c1", "ann"));
        systems.publish(new ContactUpdated("c1", Map.of("name", "Cy")));

        String notes = "{\"id\":\"n1\",\"contactId\":\"c1\",\"authorId\":\"ann\",\"text\":\"Nice\",\"createdAt\":"
                + NOON_TEXT + ",\"updatedAt\":" + NOON_TEXT + "}";
        String messages = "{\"id\":\"m1\",\"contactId\":\"c1\",\"direction\":\"inbound\",\"channel\":\"sms\","
                + "\"body\":\"Hi\",\"status\":\"received\",\"read\":false,\"senderId\":null,\"createdAt\":" + NOON_TEXT
                + "}";
        assertThat(systems.on("private-contact-c1"))
                .containsExactly(
                        "note:created " + notes,
                        "note:updated " + notes,
                        "message:created " + messages,
                        "message:updated " + messages,
                        "message:read {\"messageId\":\"m1\",\"contactId\":\"c1\",\"readBy\":\"ann\"}",
                        "contact:updated {\"contactId\":\"c1\",\"changes\":{\"name\":\"Cy\"}}");
    }

    @Test
    void viewersOfAContactSeeWhoIsTyping() {
        systems.publish(new AgentTyping("c1", "ann", true));

        assertThat(systems.on("presence-contact-c1"))
                .containsExactly("user:typing {\"contactId\":\"c1\",\"userId\":\"ann\",\"isTyping\":true}");
    }

    @Test
    void aTeamIsToldOfWhateverTheApplicationHas() {
        InboxEvents inbox = new InboxEvents(systems.realtime);
        inbox.notifyContact("c1", "assigned", Map.of("to", "ann"));
        inbox.notifyContactViewers("c1", "collision", null);
        inbox.notifyTeam(List.of("ann", "bob", "ann"), "unread", 3);

        assertThat(systems.on("private-contact-c1")).containsExactly("assigned {\"to\":\"ann\"}");
        assertThat(systems.on("presence-contact-c1")).containsExactly("collision null");
        assertThat(systems.on("private-user-ann")).containsExactly("unread 3");
        assertThat(systems.on("private-user-bob")).containsExactly("unread 3");
    }

    @Test
    void searchesThatAreTheSameToPeopleHaveOneKeyThatTellsNobodyWhatItWas() {
        SearchKeys keys = new SearchKeys(AllSystems.PSEUDONYMS, false);

        String key = keys.key("red dress");
        assertThat(keys.key("  Red \u00a0 Dress ")).isEqualTo(key).matches("[A-Za-z0-9_-]{22}");
        assertThat(keys.key("\uff32\uff25\uff24 dress")).isEqualTo(key);
        assertThat(keys.key("blue dress")).isNotEqualTo(key);
        assertThat(new SearchKeys(Pseudonyms.of("another secret, as long"), false).key("red dress"))
                .isNotEqualTo(key);
    }

    @Test
    void aSearchStaysReadableIfTheApplicationSaysSoAndANameCanHoldIt() {
        SearchKeys keys = new SearchKeys(AllSystems.PSEUDONYMS, true);

        assertThat(keys.key("Shoes")).isEqualTo("shoes");
        assertThat(keys.key("red shoes")).hasSize(22);
        assertThat(keys.key("x".repeat(41))).hasSize(22);
    }

    @Test
    void aSecretThatCouldBeGuessedIsRefused() {
        assertThatThrownBy(() -> Pseudonyms.of("short"))
                .hasMessage("Secret for pseudonyms has 5 bytes, expected at least 16");
    }
}
