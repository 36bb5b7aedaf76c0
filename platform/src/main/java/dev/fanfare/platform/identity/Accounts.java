package dev.fanfare.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The accounts there are. */
@Repository
public class Accounts {
    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String nobodysPassword;

    Accounts(JdbcClient database, PasswordEncoder passwords, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
        nobodysPassword = String.valueOf(passwords.encode("of nobody"));
    }

    private record Stored(Account account, String password) {}

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("avatar"),
                Account.Role.valueOf(row.getString("role")));
    }

    /** Null if there is none. */
    public @Nullable Account find(String id) {
        return database.sql("select * from account where id = ?")
                .param(id)
                .query(Accounts::account)
                .optional()
                .orElse(null);
    }

    /** An email as accounts are known by. */
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Whose email and password these are, or null. Takes the same time for an email that nobody has, which so stays unknown.
     */
    @Nullable
    Account authenticated(String email, String password) {
        Stored stored = database.sql("select * from account where email = ?")
                .param(normal(email))
                .query((row, number) -> new Stored(account(row, number), row.getString("password")))
                .optional()
                .orElse(null);
        boolean matches = passwords.matches(password, stored == null ? nobodysPassword : stored.password);
        return stored != null && matches ? stored.account : null;
    }

    /** Keeps a new account. */
    public void add(Account account, String password) {
        database.sql("insert into account (id, email, name, avatar, password, role, created_at)"
                        + " values (:id, :email, :name, :avatar, :password, :role, :now)")
                .param("id", account.id())
                .param("email", normal(account.email()))
                .param("name", account.name())
                .param("avatar", account.avatar())
                .param("password", passwords.encode(password))
                .param("role", account.role().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether there are any. */
    public boolean isEmpty() {
        return database.sql("select count(*) from account").query(Long.class).single() == 0;
    }
}
