/** What one user hears of: notifications, alerts, and how those are whom they watch. */
@NullMarked
package dev.fanfare.sdk.systems.user;

import org.jspecify.annotations.NullMarked;
