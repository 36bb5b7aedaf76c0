/** Who looks at the same product, category or search. */
@NullMarked
package dev.fanfare.sdk.systems.catalogue;

import org.jspecify.annotations.NullMarked;
