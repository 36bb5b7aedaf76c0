package dev.fanfare.platform.realtime;

import dev.fanfare.platform.identity.SessionsEnded;
import dev.fanfare.platform.identity.SignedOutEverywhere;
import dev.fanfare.platform.web.Problem;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What was said while somebody was away, and for those that no WebSocket reaches what is said now. */
@RestController
class EventLogController {
    private static final int MOST_CHANNELS = 50;
    private static final int MOST_STREAMS_OF_A_USER = 50;
    private static final int MOST_STREAMS_OF_STRANGERS = 500;

    private final EventLog log;
    private final Hearing hearing;
    private final LogSignal signal;
    private final Set<SseStream> streams = ConcurrentHashMap.newKeySet();

    EventLogController(EventLog log, Hearing hearing, LogSignal signal) {
        this.log = log;
        this.hearing = hearing;
        this.signal = signal;
    }

    /** @param after the last number that the client knows; absent asks for the position only */
    @GetMapping("/api/realtime/events")
    EventLog.Excerpt events(
            @RequestParam String channel,
            @RequestParam(required = false) @Nullable Long after,
            @Nullable Principal user) {
        hearing.check(channel, user);
        return after == null
                ? new EventLog.Excerpt(List.of(), log.position(channel), true)
                : log.after(channel, Math.max(0, after));
    }

    /**
     * Follows channels. Each event's id says how far each channel has come, so that a client that comes back misses nothing.
     *
     * @param channels at most 50 names with commas between them
     */
    @GetMapping(path = "/api/realtime/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(
            @RequestParam List<String> channels,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @Nullable Principal user) {
        if (channels.isEmpty()) {
            throw Problem.malformed("no_channels", "channels is empty");
        }
        if (channels.size() > MOST_CHANNELS) {
            throw Problem.malformed(
                    "too_many_channels", channels.size() + " channels, expected at most " + MOST_CHANNELS);
        }
        channels.forEach(channel -> hearing.check(channel, user));
        checkStreams(user);
        Map<String, Long> positions = new LinkedHashMap<>();
        Map<String, Long> latest = log.positions(channels);
        Map<String, Long> known = SsePositions.parse(lastEventId);
        for (String channel : channels) {
            long last = latest.getOrDefault(channel, 0L);
            positions.put(channel, Math.min(last, known.getOrDefault(channel, last)));
        }
        SseEmitter emitter = new SseEmitter(0L);
        SseStream stream = new SseStream(log, signal, hearing, user, positions, emitter);
        streams.add(stream);
        emitter.onCompletion(() -> {
            stream.end();
            streams.remove(stream);
        });
        emitter.onError(failure -> stream.end());
        Thread.ofVirtual().name("fanfare-sse").start(stream);
        return emitter;
    }

    /** Each stream asks the database again and again. */
    private void checkStreams(@Nullable Principal user) {
        String userId = user == null ? null : user.getName();
        long theirs = streams.stream().filter(stream -> stream.isFor(userId)).count();
        if (theirs >= (userId == null ? MOST_STREAMS_OF_STRANGERS : MOST_STREAMS_OF_A_USER)) {
            throw Problem.tooMany(SseStream.HEARTBEAT); // by then those whose clients have gone have ended
        }
    }

    /** Whoever has left everywhere hears nothing more. */
    @EventListener
    void endStreamsOf(SignedOutEverywhere gone) {
        endStreamsOf(gone.accountId());
    }

    /** Clients come back by themselves, those whose session has ended in vain. */
    @EventListener
    void beginStreamsAnew(SessionsEnded ended) {
        endStreamsOf(ended.accountId());
    }

    private void endStreamsOf(String userId) {
        streams.stream().filter(stream -> stream.isFor(userId)).forEach(SseStream::end);
    }

    /** Whoever may hear a channel no longer does not wait for the next heartbeat to be told. */
    @EventListener
    void checkStreamsOn(Revocations.RightsChanged changed) {
        streams.stream().filter(stream -> stream.follows(changed.channel())).forEach(SseStream::checkSoon);
    }

    @EventListener
    void checkStreamsOf(Revocations.RightsReduced reduced) {
        streams.stream().filter(stream -> stream.isFor(reduced.userId())).forEach(SseStream::checkSoon);
    }

    /** Streams never end by themselves, and the platform does not stop while one goes on. */
    @EventListener(ContextClosedEvent.class)
    void endStreams() {
        streams.forEach(SseStream::end);
    }
}
