package dev.fanfare.platform.conversations;

import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.sdk.systems.conversation.LastMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The conversations that are kept, and how far each participant has read. Names come from the accounts, so that they are today's. */
@Repository
class ConversationTable {
    /** Each conversation as one of its participants sees it. */
    private static final String VIEW = "select c.*, mine.account_id as my_id, mine.read_seq as my_read,"
            + " theirs.account_id as their_id, theirs.read_seq as their_read,"
            + " me.name as my_name, me.avatar as my_avatar, they.name as their_name, they.avatar as their_avatar,"
            + " last.id as last_id, last.body, last.sent_at, last.sender_id, mine.unread,"
            + " exists (select 1 from account_block b where b.blocker_id = mine.account_id and b.blocked_id = theirs.account_id)"
            + " as blocked_by_me,"
            + " exists (select 1 from account_block b where b.blocker_id = theirs.account_id and b.blocked_id = mine.account_id)"
            + " as blocked_by_other"
            + " from participant mine join conversation c on c.id = mine.conversation_id"
            + " join participant theirs on theirs.conversation_id = c.id and theirs.account_id <> mine.account_id"
            + " join account me on me.id = mine.account_id join account they on they.id = theirs.account_id"
            + " left join message last on last.conversation_id = c.id and last.seq = c.last_seq";

    private final JdbcClient database;

    ConversationTable(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a new one. */
    void insert(Parties parties, Subject subject, Instant now) {
        database.sql("insert into conversation (id, low_id, high_id, subject_type, subject_id, subject_title, last_seq,"
                        + " created_at, updated_at) values (:id, :low, :high, :type, :subject, :title, 0, :now, :now)")
                .param("id", parties.conversationId())
                .param("low", parties.lowId())
                .param("high", parties.highId())
                .param("type", subject.type())
                .param("subject", subject.id())
                .param("title", subject.title())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        for (String account : parties.both()) {
            database.sql("insert into participant (conversation_id, account_id, read_seq, unread) values (?, ?, 0, 0)")
                    .params(parties.conversationId(), account)
                    .update();
        }
    }

    void rename(String id, String subjectTitle) {
        database.sql("update conversation set subject_title = ? where id = ?")
                .params(subjectTitle, id)
                .update();
    }

    /** The id of what these two write about that, or null. */
    @Nullable
    String find(String lowId, String highId, String subjectType, String subjectId) {
        return database.sql(
                        "select id from conversation where low_id = ? and high_id = ? and subject_type = ? and subject_id = ?")
                .params(lowId, highId, subjectType, subjectId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The same for several subjects of a type, each with a partner of its own. */
    Map<String, String> find(String subjectType, String userId, Map<String, String> partners) {
        Map<String, String> found = new HashMap<>();
        database.sql("select id, subject_id, low_id, high_id from conversation where subject_type = :type"
                        + " and subject_id in (:subjects) and (low_id = :user or high_id = :user)")
                .param("type", subjectType)
                .param("subjects", partners.keySet())
                .param("user", userId)
                .query(row -> {
                    String subject = row.getString("subject_id");
                    Parties parties =
                            new Parties(row.getString("id"), row.getString("low_id"), row.getString("high_id"));
                    if (parties.other(userId).equals(partners.get(subject))) {
                        found.put(subject, parties.conversationId());
                    }
                });
        return found;
    }

    /** The ids of all that these two have, in order. */
    List<String> ofBoth(String one, String other) {
        return database.sql("select mine.conversation_id from participant mine"
                        + " join participant theirs on theirs.conversation_id = mine.conversation_id"
                        + " where mine.account_id = ? and theirs.account_id = ? order by mine.conversation_id")
                .params(one, other)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The two of each of somebody's conversations, in the order of their ids. */
    List<Parties> of(String accountId) {
        return database.sql("select c.id, c.low_id, c.high_id from participant p"
                        + " join conversation c on c.id = p.conversation_id where p.account_id = ? order by c.id")
                .param(accountId)
                .query((row, number) ->
                        new Parties(row.getString("id"), row.getString("low_id"), row.getString("high_id")))
                .list();
    }

    /** Who the two are; null if there is no such conversation. */
    @Nullable
    Parties parties(String id) {
        return database.sql("select id, low_id, high_id from conversation where id = ?")
                .param(id)
                .query((row, number) ->
                        new Parties(row.getString("id"), row.getString("low_id"), row.getString("high_id")))
                .optional()
                .orElse(null);
    }

    /** The number of the last message. Others that ask wait until this transaction ends. */
    long lockLastSeq(String id) {
        return database.sql("select last_seq from conversation where id = ? for update")
                .param(id)
                .query(Long.class)
                .single();
    }

    void moveOn(String id, long lastSeq, Instant now) {
        database.sql("update conversation set last_seq = ?, updated_at = ? where id = ?")
                .params(lastSeq, now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /**
     * There is one more message for all but its sender.
     *
     * @param senderId null if the application itself is it
     */
    void oneMoreUnread(String id, @Nullable String senderId) {
        database.sql("update participant set unread = unread + 1 where conversation_id = :id and account_id <> :sender")
                .param("id", id)
                .param("sender", senderId == null ? "" : senderId)
                .update();
    }

    /** Counts anew what somebody has not read, after a message was deleted or they have read some. */
    void countUnread(String id, String accountId) {
        database.sql("update participant set unread = (select count(*) from message m where m.conversation_id = :id"
                        + " and m.seq > participant.read_seq and m.deleted_at is null"
                        + " and (m.sender_id is null or m.sender_id <> :account))"
                        + " where conversation_id = :id and account_id = :account")
                .param("id", id)
                .param("account", accountId)
                .update();
    }

    /** @return whether the position has moved, which it only does forwards */
    boolean read(String id, String accountId, long seq, Instant now) {
        return database.sql("update participant set read_seq = :seq, read_at = :now"
                                + " where conversation_id = :id and account_id = :account and read_seq < :seq")
                        .param("seq", seq)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("account", accountId)
                        .update()
                > 0;
    }

    /** Null unless there is such a conversation, and the user takes part. */
    @Nullable
    ConversationView view(String id, String userId) {
        return database.sql(VIEW + " where mine.account_id = :me and c.id = :id")
                .param("me", userId)
                .param("id", id)
                .query(ConversationTable::viewed)
                .optional()
                .orElse(null);
    }

    /** As each of its participants sees it. */
    List<ConversationView> views(String id) {
        return database.sql(VIEW + " where c.id = :id")
                .param("id", id)
                .query(ConversationTable::viewed)
                .list();
    }

    /**
     * A user's conversations, those where something has happened last first.
     *
     * @param part of the subject's title or of the other's name; empty for all
     */
    List<ConversationView> views(String userId, String part, Cursor after, int limit) {
        return database.sql(VIEW
                        + " where mine.account_id = :me"
                        + " and (lower(c.subject_title) like :part escape '!' or lower(they.name) like :part escape '!')"
                        + " and (c.updated_at, c.id) < (:at, :id) order by c.updated_at desc, c.id desc limit :limit")
                .param("me", userId)
                .param("part", MessageText.likeAnyWith(part))
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("limit", limit)
                .query(ConversationTable::viewed)
                .list();
    }

    private static ConversationView viewed(ResultSet row, int number) throws SQLException {
        Person me = new Person(row.getString("my_id"), row.getString("my_name"), row.getString("my_avatar"));
        Person they = new Person(row.getString("their_id"), row.getString("their_name"), row.getString("their_avatar"));
        String type = row.getString("subject_type");
        String last = row.getString("last_id");
        boolean isBlocked = row.getBoolean("blocked_by_other");
        return new ConversationView(
                row.getString("id"),
                type.isEmpty() ? null : new Subject(type, row.getString("subject_id"), row.getString("subject_title")),
                me.id().equals(row.getString("low_id")) ? List.of(me, they) : List.of(they, me),
                last == null
                        ? null
                        : new LastMessage(
                                last,
                                row.getString("body"),
                                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                                row.getString("sender_id")),
                row.getInt("unread"),
                row.getBoolean("blocked_by_me"),
                isBlocked,
                isBlocked
                        ? Map.of(me.id(), row.getLong("my_read"))
                        : Map.of(me.id(), row.getLong("my_read"), they.id(), row.getLong("their_read")),
                row.getLong("last_seq"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                me.id());
    }

    /** How many messages a user has not read. */
    int unread(String userId) {
        return database.sql("select coalesce(sum(unread), 0) from participant where account_id = ?")
                .param(userId)
                .query(Integer.class)
                .single();
    }

    Set<String> partnersOf(String userId) {
        return database.sql("select theirs.account_id from participant mine"
                        + " join participant theirs on theirs.conversation_id = mine.conversation_id"
                        + " where mine.account_id = :me and theirs.account_id <> :me")
                .param("me", userId)
                .query((row, number) -> row.getString("account_id"))
                .set();
    }
}
