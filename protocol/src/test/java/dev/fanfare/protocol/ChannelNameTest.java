package dev.fanfare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNameTest {
    @ParameterizedTest
    @CsvSource({
        "room, PUBLIC, false",
        "cache-room, PUBLIC, true",
        "private-room, PRIVATE, false",
        "private-cache-room, PRIVATE, true",
        "private-encrypted-room, ENCRYPTED, false",
        "private-encrypted-cache-room, ENCRYPTED, true",
        "presence-room, PRESENCE, false",
        "presence-cache-room, PRESENCE, true",
        "#server-to-user-12345, SERVER_TO_USER, false",
        "#server-to-user-cache-, SERVER_TO_USER, false",
        "my-cache-room, PUBLIC, false",
        "foo-private-room, PUBLIC, false",
        "xpresence-room, PUBLIC, false",
        "private, PUBLIC, false",
        "private-, PRIVATE, false",
        "cache-, PUBLIC, true",
        "cache-private-room, PUBLIC, true",
        "private-encryptedroom, PRIVATE, false",
        "private-encrypted, PRIVATE, false",
        "private-encrypted-, ENCRYPTED, false",
        "presence-encrypted-room, PRESENCE, false",
        "Private-room, PUBLIC, false",
        "server-to-user-1, PUBLIC, false"
    })
    void prefixesAtTheStartDecideTheType(String text, ChannelType type, boolean cached) throws ProtocolException {
        ChannelName name = ChannelName.parse(text, 164);

        assertThat(name.type()).isEqualTo(type);
        assertThat(name.isCached()).isEqualTo(cached);
        assertThat(name.isPresence()).isEqualTo(type == ChannelType.PRESENCE);
        assertThat(name)
                .hasToString(text)
                .isEqualTo(ChannelName.parse(text, 200))
                .hasSameHashCodeAs(text);
    }

    @Test
    void allOfTheAlphabetIsLegal() throws ProtocolException {
        String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-=@,.;";

        assertThat(ChannelName.parse(all, 164).value()).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "a b", "a:b", "a/b", "a*", "a#b", "#", "#room", "#private-room", "#server-to-user-",
                        "#server-to-user-a#b",
                "##server-to-user-1", "Zoë", "a\u0000", "a\n", "a\"b", "a\\b", "ａ", "😀", "\ud800", "a%20b", "a+b",
                        "[a]"
            })
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ChannelName.parse(text, 164))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("Invalid channel name: '" + text + "', expected one or more of A-Z a-z 0-9 _ - = @ , . ;");
    }

    @Test
    void longNamesAreRefusedWithAnExcerpt() throws ProtocolException {
        assertThat(ChannelName.parse("a".repeat(164), 164).value()).hasSize(164);
        assertThatThrownBy(() -> ChannelName.parse("a".repeat(165), 164))
                .hasMessage("Invalid channel name: " + "a".repeat(165) + " has 165 characters, expected at most 164");
        assertThatThrownBy(() -> ChannelName.parse("b".repeat(1_000_000), 164))
                .hasMessage(
                        "Invalid channel name: " + "b".repeat(200) + "… has 1000000 characters, expected at most 164");
    }

    @Test
    void usersHaveAChannelOfTheirOwn() throws ProtocolException {
        ChannelName name = ChannelName.serverToUser("ann@example.com");

        assertThat(name).isEqualTo(ChannelName.parse("#server-to-user-ann@example.com", 164));
        assertThat(name.userId()).isEqualTo("ann@example.com");
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelName.serverToUser(""));
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelName.serverToUser("a b"));
    }

    @Test
    void otherChannelsBelongToNoUser() throws ProtocolException {
        ChannelName name = ChannelName.parse("server-to-user-1", 164);

        assertThatIllegalStateException().isThrownBy(name::userId);
    }
}
