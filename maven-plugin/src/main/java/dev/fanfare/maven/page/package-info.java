/** A page about an application's channels, for people. */
@NullMarked
package dev.fanfare.maven.page;

import org.jspecify.annotations.NullMarked;
