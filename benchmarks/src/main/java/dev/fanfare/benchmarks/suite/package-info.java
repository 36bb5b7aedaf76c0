/**
 * The published figures: runs each kind of load against the server and the floor in turn. Start reading at
 * {@link dev.fanfare.benchmarks.suite.RunCommand}.
 */
@NullMarked
package dev.fanfare.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
