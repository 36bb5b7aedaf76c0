package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlagsTest {
    @Test
    void aValueStandsBehindItsFlagOrBehindAnEqualsSign() {
        assertThat(Flags.settings(List.of("--port", "9090", "--data=/tmp/x")))
                .containsExactly("--server.port=9090", "--platform.data=/tmp/x");
    }

    @Test
    void theHostIsThatOfBoth() {
        assertThat(Flags.settings(List.of("--host", "0.0.0.0")))
                .containsExactly("--server.address=0.0.0.0", "--fanfare.host=0.0.0.0");
    }

    @Test
    void whatIsWrittenLastCounts() {
        assertThat(Flags.settings(List.of("--port=1", "--server.port=2"))).containsExactly("--server.port=2");
    }

    @Test
    void theDatabaseIsNeverInARelativeFolder() {
        assertThat(Flags.settings(List.of("--data", "x"))).allMatch(setting -> setting.startsWith("--platform.data=/"));
    }

    @Test
    void otherSettingsGoThrough() {
        assertThat(Flags.settings(List.of("--platform.demo=false"))).containsExactly("--platform.demo=false");
    }

    @Test
    void whatMeansNothingIsNamed() {
        assertThatThrownBy(() -> Flags.settings(List.of("--prot", "9090"))).hasMessageContaining("`--prot`");
        assertThatThrownBy(() -> Flags.settings(List.of("--port"))).hasMessage("--port needs a value");
        assertThatThrownBy(() -> Flags.settings(List.of("8080"))).hasMessageContaining("`8080`");
    }

    @Test
    void theHelpNamesEveryFlag() {
        for (String flag : List.of("--port", "--realtime-port", "--data", "--database", "--host", "--no-demo")) {
            assertThat(Flags.HELP).contains("\n  " + flag + " ");
        }
    }
}
