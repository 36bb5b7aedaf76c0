/** Finds the registry of the application that is being built. */
@NullMarked
package dev.fanfare.maven.registry;

import org.jspecify.annotations.NullMarked;
