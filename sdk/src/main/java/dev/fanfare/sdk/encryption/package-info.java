/** End-to-end encrypted channels. Start reading at {@link dev.fanfare.sdk.encryption.MasterKey}. */
@NullMarked
package dev.fanfare.sdk.encryption;

import org.jspecify.annotations.NullMarked;
