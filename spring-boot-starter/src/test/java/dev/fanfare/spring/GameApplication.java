package dev.fanfare.spring;

import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Registry;
import java.security.Principal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** An application with a registry and what the starter brings. */
@SpringBootConfiguration
@EnableAutoConfiguration
class GameApplication {
    record Moved(String game, int turn) {}

    /** Who may see which private channel. */
    static final Set<String> RIGHTS = ConcurrentHashMap.newKeySet();

    @Bean
    Registry<Principal> channels() {
        return Registry.<Principal>builder()
                .channel("game-{id}", game -> game.carries("moved", Moved.class, Moved::game))
                .channel("private-encrypted-hand-{id}", hand -> hand.allows((user, id) -> Decision.allow("open")))
                .channel(
                        "private-table-{id}",
                        table ->
                                table.allows((user, id) -> new Decision(RIGHTS.contains(user.getName() + id), "right")))
                .build();
    }
}
