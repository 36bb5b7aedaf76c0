/**
 * The yardstick: servers that do little more than the system calls no server can avoid. Start reading at
 * {@link dev.fanfare.benchmarks.floor.FloorCommand}.
 */
@NullMarked
package dev.fanfare.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
