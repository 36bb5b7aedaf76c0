package dev.fanfare.platform.admin;

import dev.fanfare.platform.identity.PersonalData;
import java.util.List;
import org.springframework.stereotype.Component;

/** What administrators have done, and what was decided about anybody's channels of late. */
@Component
class AdminData implements PersonalData {
    private final Actions actions;
    private final RecentDecisions decisions;

    AdminData(Actions actions, RecentDecisions decisions) {
        this.actions = actions;
        this.decisions = decisions;
    }

    private record Exported(List<Actions.Entry> actions, List<RecentDecisions.Entry> decisions) {}

    @Override
    public String section() {
        return "administration";
    }

    @Override
    public Object export(String accountId) {
        return new Exported(actions.of(accountId), decisions.find(accountId, null, Integer.MAX_VALUE));
    }

    /** What was done stays done, by somebody who has gone. */
    @Override
    public void erase(String accountId) {
        decisions.forget(accountId);
    }
}
