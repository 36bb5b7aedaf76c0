/** What goes over an application's channels, as JSON Schema. Start reading at {@link dev.fanfare.maven.schema.Channels}. */
@NullMarked
package dev.fanfare.maven.schema;

import org.jspecify.annotations.NullMarked;
