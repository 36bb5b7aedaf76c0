package dev.fanfare.platform.realtime;

import dev.fanfare.platform.web.LikePattern;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.Payload;
import dev.fanfare.sdk.registry.ChannelPattern;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was published on each channel for a day, numbered without a gap: whoever was away asks for what came after the last number
 * they know. Numbers are taken in the transaction that publishes, which so waits for others on the same channel.
 */
@Repository
public class EventLog {
    static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 500;
    private static final ChannelPattern USER = ChannelPattern.parse(UserChannels.PATTERN);

    private final JdbcClient database;
    private final JdbcOperations batches;
    private final Clock clock;
    private final LogSignal signal;
    private final Queues queues;

    EventLog(JdbcClient database, JdbcOperations batches, Clock clock, LogSignal signal, Queues queues) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
        this.signal = signal;
        this.queues = queues;
    }

    /**
     * What has come after a number.
     *
     * @param position the number of the last event on the channel
     * @param complete false if older events are forgotten, or there are more than these
     */
    public record Excerpt(List<LoggedEvent> events, long position, boolean complete) {}

    /** Numbers and keeps events, in the transaction that there is or in one of their own. */
    @Transactional
    public void append(List<OutboundEvent> events) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Map<String, Long> last = held(events);
        List<Object[]> rows = new ArrayList<>();
        for (OutboundEvent event : events) {
            String data = Payload.json(event.data());
            for (String channel : event.channels()) {
                rows.add(new Object[] {channel, last.merge(channel, 1L, Long::sum), event.name(), data, now});
            }
        }
        batches.batchUpdate(
                "insert into channel_event (channel, seq, name, data, published_at) values (?, ?, ?, ?, ?)", rows);
        batches.batchUpdate(
                "update channel_position set seq = ? where channel = ?",
                last.entrySet().stream()
                        .map(position -> new Object[] {position.getValue(), position.getKey()})
                        .toList());
        TransactionEvents.current().held().putAll(last);
        signal.raiseAfterCommit();
    }

    /** Holds the channels of events: users as others hold them, then the rest. */
    private Map<String, Long> held(List<OutboundEvent> events) {
        List<String> channels = events.stream()
                .flatMap(event -> event.channels().stream())
                .distinct()
                .sorted(Comparator.comparing((String channel) -> !isUsers(channel))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<String, Long> positions = new HashMap<>();
        channels.forEach(channel -> positions.put(channel, hold(channel)));
        return positions;
    }

    private static boolean isUsers(String channel) {
        return channel.startsWith(USER.prefix());
    }

    /** @return the number of the last event so far */
    private long hold(String channel) {
        Map<String, Long> held = TransactionEvents.current().held();
        Long known = held.get(channel);
        if (known != null) {
            return known;
        }
        Long position = locked(channel);
        if (position == null) {
            begin(channel);
            position = Objects.requireNonNull(locked(channel));
        }
        held.put(channel, position);
        return position;
    }

    private @Nullable Long locked(String channel) {
        return database.sql("select seq from channel_position where channel = ? for update")
                .param(channel)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Waits for whoever does the same, and does nothing then. */
    private void begin(String channel) {
        database.sql("insert into channel_position (channel, seq) values (?, 0) on conflict do nothing")
                .param(channel)
                .update();
    }

    /**
     * Makes everybody else who publishes to a user wait until this transaction ends: what is counted now is still so when the user
     * is told of it. Taken before anything that others may wait for.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdUser(String userId) {
        String channel = USER.channel(userId).value();
        queues.enter(channel);
        hold(channel);
    }

    /** Holds several users, always in the same order, so that nobody waits for somebody who waits for them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdUsers(Collection<String> userIds) {
        userIds.stream().sorted().distinct().forEach(this::holdUser);
    }

    /** The number of the last event on a channel, 0 if there was none. */
    public long position(String channel) {
        return database.sql("select seq from channel_position where channel = ?")
                .param(channel)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The numbers of the last events on channels; those without events are left out. */
    public Map<String, Long> positions(Collection<String> channels) {
        Map<String, Long> positions = new HashMap<>();
        database.sql("select channel, seq from channel_position where channel in (:channels)")
                .param("channels", channels)
                .query(row -> {
                    positions.put(row.getString("channel"), row.getLong("seq"));
                });
        return positions;
    }

    /** At most 500 events after a number, in order. */
    @Transactional(readOnly = true)
    public Excerpt after(String channel, long seq) {
        long position = position(channel);
        List<LoggedEvent> events = database.sql("select * from channel_event where channel = ? and seq > ? and seq <= ?"
                        + " order by channel, seq limit " + MOST)
                .params(channel, seq, position)
                .query((row, number) -> new LoggedEvent(
                        row.getLong("seq"),
                        row.getString("channel"),
                        row.getString("name"),
                        row.getString("data"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
        long expected = Math.max(0, position - seq);
        return new Excerpt(events, position, seq <= position && events.size() == expected);
    }

    /**
     * Changes what is kept of events, in the transaction that there is: what was told live was told.
     *
     * @param names of events
     * @param part that their data have in them; empty for all
     * @param change makes the data that are kept from now on; may change what it is given
     */
    @Transactional
    public void rewrite(String channel, Collection<String> names, String part, UnaryOperator<ObjectNode> change) {
        record Kept(long seq, String data) {}
        List<Kept> found = database.sql("select seq, data from channel_event where channel = :channel"
                        + " and name in (:names) and data like :part escape '!'")
                .param("channel", channel)
                .param("names", names)
                .param("part", LikePattern.containing(part))
                .query((row, number) -> new Kept(row.getLong("seq"), row.getString("data")))
                .list();
        for (Kept kept : found) {
            if (JsonMapper.shared().readTree(kept.data) instanceof ObjectNode before) {
                String after = Payload.json(change.apply(before));
                if (!after.equals(kept.data)) {
                    database.sql("update channel_event set data = ? where channel = ? and seq = ?")
                            .params(after, channel, kept.seq)
                            .update();
                }
            }
        }
    }

    /** Forgets all that was told to a user; the numbers go on. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forgetUser(String userId) {
        forget(USER.channel(userId).value());
    }

    /** Forgets what was said on a channel. Its numbers go on, so that whoever follows it sees that something is missing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String channel) {
        database.sql("delete from channel_event where channel = ?")
                .param(channel)
                .update();
    }

    @Scheduled(fixedDelayString = "PT10M")
    @Transactional
    void forgetOld() {
        database.sql("delete from channel_event where published_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
