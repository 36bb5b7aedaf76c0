/** How long a message of the platform is on its way, from the request to a client's frame. */
@NullMarked
package dev.fanfare.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
