package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Exposure;
import dev.fanfare.platform.web.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The accounts there are. */
@Repository
public class Accounts {
    /** Of the demo accounts. Everybody knows it, so it signs nobody in where others can reach the platform. */
    public static final String DEMO_PASSWORD = "fanfare";

    /** Ends a condition on accounts {@code account}: neither erased nor deactivated. */
    static final String ACTIVE = " and erased_at is null and deactivated_at is null";

    private static final String ERASED_NAME = "Deleted user";
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cc}]+@[^@\\s\\p{Cc}]+");

    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final Exposure exposure;
    private final String nobodysPassword;

    Accounts(JdbcClient database, PasswordEncoder passwords, Clock clock, Exposure exposure) {
        this.exposure = exposure;
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
        nobodysPassword = String.valueOf(passwords.encode("of nobody"));
    }

    private record Stored(Account account, String password) {
        /** Without what of the password is kept. */
        @Override
        public String toString() {
            return "Stored[account=" + account + "]";
        }
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("avatar"),
                Account.Role.valueOf(row.getString("role")));
    }

    /** Null if there is none, or none that is active any more. */
    public @Nullable Account find(String id) {
        return database.sql("select * from account where id = ?" + ACTIVE)
                .param(id)
                .query(Accounts::account)
                .optional()
                .orElse(null);
    }

    /** As others see them, by their ids; without those that there have never been. */
    public Map<String, Person> people(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select id, name, avatar from account where id in (:ids)")
                .param("ids", ids)
                .query(Accounts::person)
                .list() // a stream that nobody closes keeps its connection
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** The person in a row with {@code id}, {@code name} and {@code avatar}. */
    public static Person person(ResultSet row, int number) throws SQLException {
        return new Person(row.getString("id"), row.getString("name"), row.getString("avatar"));
    }

    /** Whether it looks like one; whether somebody reads it only a letter finds out. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text.strip()).matches();
    }

    /** An email as accounts are known by. */
    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Whose email and password these are, or null. Takes the same time for an email that nobody has, which so stays unknown.
     */
    @Nullable
    Account authenticated(String email, String password) {
        Stored stored = database.sql("select * from account where email = ?" + ACTIVE)
                .param(normal(email))
                .query((row, number) -> new Stored(account(row, number), row.getString("password")))
                .optional()
                .orElse(null);
        boolean matches = passwords.matches(password, stored == null ? nobodysPassword : stored.password);
        boolean isPublic = exposure.toOthers() && password.equals(DEMO_PASSWORD);
        return stored != null && matches && !isPublic ? stored.account : null;
    }

    /** Whether this is the password of an account; takes as long if there is none. */
    boolean isPassword(String id, String password) {
        String stored = database.sql("select password from account where id = ?" + ACTIVE)
                .param(id)
                .query(String.class)
                .optional()
                .orElse(nobodysPassword);
        return passwords.matches(password, stored);
    }

    /** Whether nobody else could administer the platform. Until the transaction ends no administrator goes. */
    boolean isLastAdministrator(Account account) {
        return account.role() == Account.Role.ADMIN && administrators().stream().allMatch(account.id()::equals);
    }

    /** Those who can sign in as such. Until the transaction ends none of them goes. */
    public List<String> administrators() {
        return database.sql("select id from account where role = ? and joined_at is not null" + ACTIVE
                        + " order by id for update")
                .param(Account.Role.ADMIN.name())
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** Leaves nothing of an account but its id, for what others keep of it. */
    void erase(String id) {
        database.sql(
                        "update account set email = :email, name = :name, avatar = null, password = :password, role = :role,"
                                + " erased_at = coalesce(erased_at, :now) where id = :id")
                .param("email", "erased " + id)
                .param("name", ERASED_NAME)
                .param("password", passwords.encode(Ids.next()))
                .param("role", Account.Role.USER.name())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /**
     * Keeps a new account.
     *
     * @return false if somebody has its email already
     */
    public boolean add(Account account, String password) {
        return insert(account, password, now());
    }

    /**
     * The same for somebody who cannot sign in before they have chosen a password.
     *
     * @return false if somebody has its email already
     */
    public boolean invite(Account account) {
        return insert(account, Tokens.next(), null);
    }

    private boolean insert(Account account, String password, @Nullable OffsetDateTime joinedAt) {
        return database.sql("insert into account (id, email, name, avatar, password, role, created_at, joined_at)"
                                + " values (:id, :email, :name, :avatar, :password, :role, :now, :joined)"
                                + " on conflict do nothing")
                        .param("id", account.id())
                        .param("email", normal(account.email()))
                        .param("name", account.name())
                        .param("avatar", account.avatar())
                        .param("password", passwords.encode(password))
                        .param("role", account.role().name())
                        .param("now", now())
                        .param("joined", joinedAt)
                        .update()
                > 0;
    }

    /** What is kept of a password. Takes its time. */
    String encoded(String password) {
        return String.valueOf(passwords.encode(password));
    }

    /** @return false if there is no such account that is active */
    boolean changePassword(String id, String encoded) {
        return database.sql("update account set password = :password, joined_at = coalesce(joined_at, :now)"
                                + " where id = :id" + ACTIVE)
                        .param("password", encoded)
                        .param("now", now())
                        .param("id", id)
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Whether there are any. */
    public boolean isEmpty() {
        return database.sql("select count(*) from account").query(Long.class).single() == 0;
    }
}
