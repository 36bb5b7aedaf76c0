package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Lets people choose a password by a link that somebody gives them: their first one, or another if they have forgotten theirs. */
@Service
public class Invitations {
    private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);
    private static final String VALID = "platform.invitations.valid";

    private final InvitationTable table;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Departures departures;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Duration valid;

    Invitations(
            InvitationTable table,
            Accounts accounts,
            Sessions sessions,
            Departures departures,
            TransactionOperations transactions,
            Clock clock,
            @Value("${" + VALID + "}") Duration valid) {
        if (!valid.isPositive()) {
            throw new IllegalArgumentException(VALID + " is " + valid + ", expected more than nothing");
        }
        this.table = table;
        this.accounts = accounts;
        this.sessions = sessions;
        this.departures = departures;
        this.transactions = transactions;
        this.clock = clock;
        this.valid = valid;
    }

    /** What a link has in it, and until when it works. */
    public record Invitation(String token, Instant expiresAt) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Invitation[expiresAt=" + expiresAt + "]";
        }
    }

    /** A new one, which ends the one before it. Whoever calls holds the account in a transaction. */
    public Invitation make(String accountId) {
        Instant expiresAt = clock.instant().plus(valid).truncatedTo(ChronoUnit.MILLIS);
        Invitation invitation = new Invitation(Tokens.next(), expiresAt);
        table.replace(accountId, invitation.token, expiresAt);
        return invitation;
    }

    /** Ends what there is. */
    public void end(String accountId) {
        table.end(accountId);
    }

    /** @throws Problem 404 if it is none that works */
    InvitationTable.Invited look(String token) {
        InvitationTable.Invited invited = table.find(token);
        if (invited == null) {
            throw Problem.notFound();
        }
        return invited;
    }

    /**
     * Takes a password from whoever has the token, which then works no longer, and ends all their sessions.
     *
     * @throws Problem 404 if it is none that works, 400 for a weak password
     */
    Account accept(String token, String password) {
        Account account = look(token).account();
        PasswordRules.check(password, account.email(), account.name());
        String encoded = accounts.encoded(password);
        transactions.executeWithoutResult(status -> {
            // The account first, as those do who make links.
            if (!accounts.changePassword(account.id(), encoded) || !table.take(token)) {
                throw Problem.notFound();
            }
            sessions.endAll(account.id());
        });
        LOG.info("{} has chosen a password by a link", account.id());
        departures.everywhere(account.id());
        return account;
    }
}
