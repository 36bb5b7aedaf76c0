package dev.fanfare.platform.identity;

import java.security.Principal;

/** Whoever makes a request. Its name is the account's id, which is what channels and events know. */
public record SignedIn(Account account) implements Principal {
    @Override
    public String getName() {
        return account.id();
    }

    public String id() {
        return account.id();
    }
}
