package dev.fanfare.server.transport;

/**
 * How late the loops of a server have been since its start.
 *
 * @param boundsMillis the upper bound of each bucket but the last
 * @param counts how often a loop was as late as each bucket says
 * @param sumNanos how late they were together
 */
public record LagCounts(long[] boundsMillis, long[] counts, long sumNanos) {}
