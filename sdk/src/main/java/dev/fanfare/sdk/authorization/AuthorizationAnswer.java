package dev.fanfare.sdk.authorization;

/**
 * What to answer, and why.
 *
 * @param status 200, 400, 401 or 403
 * @param body JSON
 * @param rule the pattern that decided, or what was wrong; for logs
 * @param reason for logs; never for clients, whom it could tell what exists
 */
public record AuthorizationAnswer(int status, String body, String rule, String reason) {
    public boolean isAllowed() {
        return status == AuthorizationEndpoint.OK;
    }
}
