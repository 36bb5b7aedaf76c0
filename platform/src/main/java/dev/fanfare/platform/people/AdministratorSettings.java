package dev.fanfare.platform.people;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.PasswordRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who administers a platform that nobody has used yet: {@code platform.administrator.*}.
 *
 * @param email empty for nobody
 * @param tenant the name of the first tenant, which they are a member of
 */
@ConfigurationProperties("platform.administrator")
record AdministratorSettings(String email, String password, String name, String tenant) {
    private static final String NAME = "platform.administrator.";

    boolean isMissing() {
        return email.isBlank() && password.isEmpty();
    }

    /** @throws IllegalArgumentException naming the setting that is wrong */
    void check() {
        fail("email", "PLATFORM_ADMIN_EMAIL", Accounts.isEmail(email) ? null : "is no email address");
        fail("name", "PLATFORM_ADMIN_NAME", name.isBlank() ? "is empty" : null);
        fail("tenant", "PLATFORM_ADMIN_TENANT", tenant.isBlank() ? "is empty" : null);
        String flaw = PasswordRules.flaw(password, email, name);
        fail("password", "PLATFORM_ADMIN_PASSWORD", flaw == null ? null : "is too weak: " + flaw);
    }

    private static void fail(String setting, String variable, @Nullable String problem) {
        if (problem != null) {
            throw new IllegalArgumentException(NAME + setting + " (" + variable + ") " + problem);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AdministratorSettings[email=" + email + "]";
    }
}
