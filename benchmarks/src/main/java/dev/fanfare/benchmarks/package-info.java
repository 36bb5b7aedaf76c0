/** Benchmarks that anybody can repeat. Start reading at {@link dev.fanfare.benchmarks.Main}. */
@NullMarked
package dev.fanfare.benchmarks;

import org.jspecify.annotations.NullMarked;
