package dev.fanfare.platform.admin;

import dev.fanfare.platform.identity.AdministratorActed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what administrators do in other modules, in the transactions that do it. */
@Component
class ActionsElsewhere {
    private final Actions actions;

    ActionsElsewhere(Actions actions) {
        this.actions = actions;
    }

    @EventListener
    void acted(AdministratorActed act) {
        actions.add(act.by(), act.action(), act.target(), act.detail());
    }
}
