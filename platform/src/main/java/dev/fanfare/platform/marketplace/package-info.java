/** Products, and the orders for them. Everything belongs to a tenant, and only its members see it. */
@NullMarked
package dev.fanfare.platform.marketplace;

import org.jspecify.annotations.NullMarked;
