/** What a Fanfare server tells and does beside Pusher's API. Start reading at {@link dev.fanfare.sdk.administration.Administration}. */
@NullMarked
package dev.fanfare.sdk.administration;

import org.jspecify.annotations.NullMarked;
