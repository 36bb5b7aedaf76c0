package dev.fanfare.engine.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.protocol.PresenceMember;
import org.junit.jupiter.api.Test;

class PresenceRosterTest {
    private final PresenceRoster roster = new PresenceRoster();

    @Test
    void onlyTheFirstAndTheLastConnectionOfAUserAreChanges() {
        assertThat(join("ann", "{\"n\":1}")).isEqualTo(PresenceChange.JOINED);
        assertThat(join("ann", "{\"n\":2}")).isEqualTo(PresenceChange.NONE);
        assertThat(roster.leave("ann")).isEqualTo(PresenceChange.NONE);
        assertThat(roster.leave("ann")).isEqualTo(PresenceChange.LEFT);
        assertThat(roster.size()).isZero();
    }

    @Test
    void whatIsKnownOfAUserIsWhatItsFirstConnectionBrought() {
        join("ann", "{\"n\":1}");
        join("ann", "{\"n\":2}");

        assertThat(roster.members()).extracting(PresenceMember::userInfo).containsExactly("{\"n\":1}");
    }

    @Test
    void limitCountsUsersAndLeavesThoseAloneWhoAreIn() {
        join("ann", "{}");
        join("bob", "{}");

        assertThat(join("carl", "{}")).isEqualTo(PresenceChange.REFUSED);
        assertThat(join("bob", "{}")).isEqualTo(PresenceChange.NONE);
        assertThat(roster.userIds()).containsExactly("ann", "bob");
    }

    @Test
    void leavingWithoutHavingJoinedIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> roster.leave("ann")).isInstanceOf(IllegalStateException.class);
    }

    private PresenceChange join(String id, String info) {
        return roster.join(PresenceMember.of(id, info), 2);
    }
}
