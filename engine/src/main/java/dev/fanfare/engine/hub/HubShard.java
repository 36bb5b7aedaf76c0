package dev.fanfare.engine.hub;

import dev.fanfare.engine.connection.FrameBuffer;
import dev.fanfare.engine.connection.Loop;
import dev.fanfare.engine.connection.Slices;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.Signer;
import dev.fanfare.protocol.SocketId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of the hub that one event loop owns: the fan-out to its own connections. Every method is called on that loop.
 *
 * <p>Frames of a turn are appended to two buffers, one for events of channels and one for what goes to a single connection,
 * so that an answer does not break a channel's run. At the end of the turn each subscriber writes its parts with one call.
 */
public final class HubShard {
    /** Bytes of one turn above which it is flushed early, to bound the buffers. */
    private static final int TURN_LIMIT = 1 << 20;

    final int index;
    final Loop loop;
    final Liveness liveness;
    private final FrameBuffer channelFrames;
    private final FrameBuffer directFrames;
    private final Run directRun;
    private final Runnable flush = this::flush;
    private final Slices slices = new Slices();
    private final Map<AppSecret, Signer> signers = new HashMap<>();
    private Pending[] dirty = new Pending[64];
    private int dirtyCount;
    private boolean flushDue;
    private @Nullable Run open;

    HubShard(int index, Loop loop, Liveness liveness) {
        this.index = index;
        this.loop = loop;
        this.liveness = liveness;
        channelFrames = loop.newFrameBuffer();
        directFrames = loop.newFrameBuffer();
        directRun = new Run(directFrames, null, 0);
        Arrays.setAll(dirty, i -> new Pending());
    }

    /** Runs the task now if the caller is on this loop, otherwise behind everything the caller has given it before. */
    void run(Runnable task) {
        if (loop.inLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    Signer signer(AppSecret secret) {
        return signers.computeIfAbsent(secret, Signer::new);
    }

    /** Delivers a frame to all subscribers of the channel on this loop but one, and returns how many they are. */
    int deliver(LocalChannel channel, byte[] text, @Nullable SocketId except) {
        if (channel.size() == 0) {
            return 0;
        }
        makeRoom(channelFrames);
        int start = channelFrames.end();
        channelFrames.append(text);
        Run current = open;
        if (current != null && current.channel == channel && except == null) {
            current.end = channelFrames.end();
            return channel.size();
        }
        Run run = new Run(channelFrames, channel, channelFrames.end());
        int followers = channel.follow(this, run, start, except);
        open = except == null ? run : null;
        return followers;
    }

    /** Sends a frame to one subscriber, behind everything it has been sent so far. */
    void send(Subscriber subscriber, byte[] text) {
        makeRoom(directFrames);
        int start = directFrames.end();
        directFrames.append(text);
        Pending pending = pending(subscriber);
        Run current = open;
        boolean following = current != null && pending.freeze(current);
        pending.add(directRun, start, directFrames.end());
        if (following && current != null) {
            pending.follow(current, current.end);
        }
    }

    /** The subscriber has joined the channel: it gets what the open run will still grow by. */
    void joined(Subscriber subscriber, LocalChannel channel) {
        Run current = open;
        if (current != null && current.channel == channel) {
            pending(subscriber).follow(current, current.end);
        }
    }

    /** The subscriber is about to leave the channel: it gets nothing more of the open run. */
    void leaving(Subscriber subscriber, LocalChannel channel) {
        Run current = open;
        Pending pending = subscriber.pending;
        if (current != null && current.channel == channel && pending != null) {
            pending.freeze(current);
        }
    }

    Pending pending(Subscriber subscriber) {
        Pending pending = subscriber.pending;
        return pending != null ? pending : lend(subscriber);
    }

    private Pending lend(Subscriber subscriber) {
        if (dirtyCount == dirty.length) {
            dirty = Arrays.copyOf(dirty, dirtyCount * 2);
            for (int i = dirtyCount; i < dirty.length; i++) {
                dirty[i] = new Pending();
            }
        }
        Pending pending = dirty[dirtyCount++];
        pending.subscriber = subscriber;
        subscriber.pending = pending;
        if (!flushDue) {
            flushDue = true;
            loop.atEndOfTurn(flush);
        }
        return pending;
    }

    private void makeRoom(FrameBuffer buffer) {
        if (buffer.end() >= TURN_LIMIT) {
            writeAll();
        }
    }

    private void flush() {
        flushDue = false;
        writeAll();
    }

    /** Writes what the subscriber has been sent so far in this turn, ahead of the others. */
    void flush(Subscriber subscriber) {
        Pending pending = subscriber.pending;
        if (pending != null) {
            write(subscriber, pending);
        }
    }

    private void writeAll() {
        for (int i = 0; i < dirtyCount; i++) {
            Pending pending = dirty[i];
            Subscriber subscriber = pending.subscriber;
            if (subscriber != null) {
                write(subscriber, pending);
                subscriber.pending = null;
                pending.subscriber = null;
            }
        }
        dirtyCount = 0;
        open = null;
        channelFrames.clear();
        directFrames.clear();
    }

    private void write(Subscriber subscriber, Pending pending) {
        slices.clear();
        pending.drainTo(slices);
        if (slices.count() > 0) {
            subscriber.connection.write(slices);
        }
    }
}
