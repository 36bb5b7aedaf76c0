package dev.fanfare.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void modulesKnowOnlyWhatOthersShowAndNeverEachOther() {
        ApplicationModules.of(PlatformApplication.class).verify();
    }
}
