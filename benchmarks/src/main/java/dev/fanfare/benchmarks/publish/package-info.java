/**
 * What publishing costs an application, through our SDK and through {@code pusher-http-java}. Start reading at
 * {@link dev.fanfare.benchmarks.publish.PublishCommand}.
 */
@NullMarked
package dev.fanfare.benchmarks.publish;

import org.jspecify.annotations.NullMarked;
