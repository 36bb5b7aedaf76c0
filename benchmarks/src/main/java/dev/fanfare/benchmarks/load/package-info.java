/** The load generator: clients and publishers that check every frame. Start reading at {@link dev.fanfare.benchmarks.load.LoadRun}. */
@NullMarked
package dev.fanfare.benchmarks.load;

import org.jspecify.annotations.NullMarked;
