/** What the members of a tenant share: orders, records, rooms. */
@NullMarked
package dev.fanfare.sdk.systems.tenant;

import org.jspecify.annotations.NullMarked;
