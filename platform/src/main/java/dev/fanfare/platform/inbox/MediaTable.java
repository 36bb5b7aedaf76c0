package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.InboundText.Attachment;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.work.DueSignal;
import java.io.ByteArrayOutputStream;
import java.net.URLConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What goes along with messages: what came is kept here, of what goes out only its address. */
@Repository
class MediaTable {
    private static final int PIECE = 256 * 1024;
    private static final int LONGEST_TYPE = 100;
    private static final String UNKNOWN = "application/octet-stream";

    private final JdbcClient database;
    private final Clock clock;
    private final DueSignal signal;

    MediaTable(JdbcClient database, Clock clock, DueSignal signal) {
        this.database = database;
        this.clock = clock;
        this.signal = signal;
    }

    enum State {
        /** It is still to be fetched. */
        WAITING,
        /** It is here. */
        KEPT,
        /** It will not be had, or we do not want it. */
        REFUSED,
        /** It is not ours to keep. */
        ELSEWHERE
    }

    /** @param source where it comes from */
    record Attached(
            String id, String messageId, String contentType, long size, String source, State state, int tries) {}

    /** To be fetched from the carrier. */
    void await(String messageId, List<Attachment> attachments) {
        for (int i = 0; i < attachments.size(); i++) {
            Attachment attachment = attachments.get(i);
            add(messageId, i, attachment.contentType(), attachment.url(), State.WAITING, clock.instant());
        }
        if (!attachments.isEmpty()) {
            signal.raiseAfterCommit();
        }
    }

    /** To be fetched by the carrier. */
    void refer(String messageId, List<String> urls) {
        for (int i = 0; i < urls.size(); i++) {
            String guessed = URLConnection.guessContentTypeFromName(urls.get(i));
            add(messageId, i, guessed == null ? UNKNOWN : guessed, urls.get(i), State.ELSEWHERE, null);
        }
    }

    private void add(
            String messageId, int position, String contentType, String url, State state, @Nullable Instant due) {
        database.sql("insert into contact_media (id, message_id, position, content_type, size, source, state, tries,"
                        + " due_at) values (:id, :message, :position, :type, 0, :source, :state, 0, :due)")
                .param("id", Ids.next())
                .param("message", messageId)
                .param("position", position)
                .param("type", PlainText.cut(PlainText.line(contentType), LONGEST_TYPE))
                .param("source", PlainText.cut(url, 2_048))
                .param("state", state.name())
                .param("due", Columns.atOrNull(due))
                .update();
    }

    /** Null if there is none. */
    @Nullable
    Attached find(String id) {
        return database.sql("select * from contact_media where id = ?")
                .param(id)
                .query(MediaTable::attached)
                .optional()
                .orElse(null);
    }

    /** By the ids of their messages, in order. */
    Map<String, List<Attached>> of(Collection<String> messageIds) {
        return messageIds.isEmpty()
                ? Map.of()
                : database
                        .sql("select * from contact_media where message_id in (:ids) order by position")
                        .param("ids", messageIds)
                        .query(MediaTable::attached)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Attached::messageId));
    }

    List<Attached> of(String messageId) {
        return Objects.requireNonNullElse(of(List.of(messageId)).get(messageId), List.of());
    }

    /** Keeps what was fetched. */
    void keep(Attached medium, String contentType, byte[] bytes) {
        for (int i = 0; i * PIECE < bytes.length; i++) {
            database.sql("insert into contact_media_piece (media_id, position, data) values (?, ?, ?)")
                    .params(
                            medium.id(),
                            i,
                            Arrays.copyOfRange(bytes, i * PIECE, Math.min(bytes.length, (i + 1) * PIECE)))
                    .update();
        }
        finish(medium, contentType, bytes.length, State.KEPT);
    }

    void refuse(Attached medium) {
        finish(medium, medium.contentType(), 0, State.REFUSED);
    }

    private void finish(Attached medium, String contentType, long size, State state) {
        database.sql("update contact_media set content_type = :type, size = :size, state = :state, due_at = null"
                        + " where id = :id")
                .param("type", contentType)
                .param("size", size)
                .param("state", state.name())
                .param("id", medium.id())
                .update();
    }

    /** To be tried once more. */
    void postpone(Attached medium, Instant due) {
        database.sql("update contact_media set tries = tries + 1, due_at = ? where id = ?")
                .params(Columns.at(due), medium.id())
                .update();
        signal.raiseAfterCommit();
    }

    byte[] bytes(String id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        database.sql("select data from contact_media_piece where media_id = ? order by position")
                .param(id)
                .query((row, number) -> row.getBytes("data"))
                .list()
                .forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    List<String> due(Instant now) {
        return database.sql("select id from contact_media where due_at <= ? order by due_at limit 20")
                .param(Columns.at(now))
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Nullable
    Instant nextDue() {
        return database.sql("select due_at from contact_media where due_at <= ? order by due_at limit 1")
                .param(Columns.LAST)
                .query((row, number) -> Columns.required(row, "due_at"))
                .optional()
                .orElse(null);
    }

    private static Attached attached(ResultSet row, int number) throws SQLException {
        return new Attached(
                row.getString("id"),
                row.getString("message_id"),
                row.getString("content_type"),
                row.getLong("size"),
                row.getString("source"),
                State.valueOf(row.getString("state")),
                row.getInt("tries"));
    }
}
