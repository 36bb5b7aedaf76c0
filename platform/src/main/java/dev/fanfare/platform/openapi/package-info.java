/** The document that describes all routes: what they take and answer is read from them, what they are for from the files in {@code openapi}. */
@NullMarked
package dev.fanfare.platform.openapi;

import org.jspecify.annotations.NullMarked;
