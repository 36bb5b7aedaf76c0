package dev.fanfare.engine.app;

/**
 * What an app has done on a node since the node started, and what it holds now.
 *
 * @param published events that the HTTP API published, once for each channel
 * @param clientEvents events that clients sent
 * @param delivered frames that subscribers were sent because of an event or of a change of members or of their number
 * @param connections connections that count towards the limit
 * @param channels channels with subscribers
 * @param peakConnections the most connections there have been at a time
 */
public record AppUsage(
        long published, long clientEvents, long delivered, int connections, int channels, int peakConnections) {
    /** Of an app that nobody has used yet. */
    public static final AppUsage NONE = new AppUsage(0, 0, 0, 0, 0, 0);

    /** What hosted Pusher counts as messages, but for webhooks. */
    public long messages() {
        return published + clientEvents + delivered;
    }
}
