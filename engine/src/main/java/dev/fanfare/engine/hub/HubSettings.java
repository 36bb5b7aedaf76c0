package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.listener.ChannelListener;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * What all apps of a node share.
 *
 * @param accepting whether new connections are taken in; asked on event loops, for every one
 * @param pongTimeout how long a peer may take to answer a ping, whole seconds
 * @param ticker nanoseconds, as {@link System#nanoTime}
 * @param random draws socket ids; safe to use from several threads
 * @param overQuota whether an app has used up its messages; asked on event loops, for every client event
 * @param listener is told what happens to channels
 */
public record HubSettings(
        BooleanSupplier accepting,
        Duration pongTimeout,
        LongSupplier ticker,
        RandomGenerator random,
        Predicate<App> overQuota,
        ChannelListener listener) {}
