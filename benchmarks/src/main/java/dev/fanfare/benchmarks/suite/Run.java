package dev.fanfare.benchmarks.suite;

import dev.fanfare.benchmarks.load.Outcome;

/**
 * One counted run.
 *
 * @param pair runs of the same work and pair followed each other
 * @param disturbed whether others used too much of the machine in its window, at every attempt
 */
record Run(String work, String server, int pair, boolean disturbed, Outcome outcome) {}
