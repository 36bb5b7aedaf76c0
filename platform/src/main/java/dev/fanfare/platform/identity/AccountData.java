package dev.fanfare.platform.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is kept of an account itself. */
@Component
class AccountData implements PersonalData {
    private final Accounts accounts;
    private final Sessions sessions;
    private final InvitationTable invitations;

    AccountData(Accounts accounts, Sessions sessions, InvitationTable invitations) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    private record Exported(@Nullable Account account, List<Sessions.Since> sessions) {}

    @Override
    public String section() {
        return "account";
    }

    @Override
    public Object export(String accountId) {
        return new Exported(accounts.find(accountId), sessions.of(accountId));
    }

    @Override
    public void erase(String accountId) {
        sessions.endAll(accountId);
        accounts.erase(accountId);
        invitations.end(accountId);
    }
}
