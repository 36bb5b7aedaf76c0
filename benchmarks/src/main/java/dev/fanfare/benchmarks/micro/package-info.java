/** JMH benchmarks of the hot paths: {@code bench jmh}. Start reading at {@link dev.fanfare.benchmarks.micro.FanOutBenchmark}. */
@NullMarked
package dev.fanfare.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
