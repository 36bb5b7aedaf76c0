/** What users are told, live and later. Start reading at {@link dev.fanfare.platform.notifications.Notifications}. */
@NullMarked
package dev.fanfare.platform.notifications;

import org.jspecify.annotations.NullMarked;
