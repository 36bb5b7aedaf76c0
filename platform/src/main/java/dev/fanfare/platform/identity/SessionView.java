package dev.fanfare.platform.identity;

import org.jspecify.annotations.Nullable;

/**
 * A session as whoever is signed in sees it.
 *
 * @param token null but when it begins
 * @param csrfToken what a browser has to send along with whatever changes something
 */
record SessionView(@Nullable String token, SessionUserView user, String csrfToken) {
    static SessionView of(@Nullable String token, Account account, String csrf) {
        return new SessionView(
                token,
                new SessionUserView(
                        account.id(),
                        account.email(),
                        account.name(),
                        account.avatar(),
                        account.role().name()),
                csrf);
    }

    /** Without tokens. */
    @Override
    public String toString() {
        return "SessionView[user=" + user + "]";
    }
}
