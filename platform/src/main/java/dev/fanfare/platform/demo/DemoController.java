package dev.fanfare.platform.demo;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.web.Exposure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whom everybody may sign in as who can reach the platform: nobody, unless it is a demo on this machine. */
@RestController
class DemoController {
    private static final List<DemoAccount> OFFERED = List.of(
            new DemoAccount("ada@demo.test", "Ada", "sells"),
            new DemoAccount("bob@demo.test", "Bob", "buys"),
            new DemoAccount("cleo@demo.test", "Cleo", "buys"),
            new DemoAccount("dan@demo.test", "Dan", "runs the desk"));

    private final boolean isDemo;
    private final Exposure exposure;

    DemoController(@Value("${platform.demo}") boolean isDemo, Exposure exposure) {
        this.isDemo = isDemo;
        this.exposure = exposure;
    }

    /** @param does what there is to see as this one, as a verb */
    record DemoAccount(String email, String name, String does) {}

    /** @param password of all of them; null if there are none */
    record DemoAccountList(
            List<DemoAccount> accounts, @Nullable String password) {}

    @GetMapping("/api/demo/accounts")
    DemoAccountList accounts() {
        return isDemo && !exposure.toOthers()
                ? new DemoAccountList(OFFERED, Accounts.DEMO_PASSWORD)
                : new DemoAccountList(List.of(), null);
    }
}
