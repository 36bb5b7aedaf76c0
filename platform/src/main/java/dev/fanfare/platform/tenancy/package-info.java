/** Tenants, and who belongs to them. */
@NullMarked
package dev.fanfare.platform.tenancy;

import org.jspecify.annotations.NullMarked;
