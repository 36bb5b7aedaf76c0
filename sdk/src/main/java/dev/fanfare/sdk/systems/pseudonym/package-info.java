/** Names that do not say what they stand for. */
@NullMarked
package dev.fanfare.sdk.systems.pseudonym;

import org.jspecify.annotations.NullMarked;
