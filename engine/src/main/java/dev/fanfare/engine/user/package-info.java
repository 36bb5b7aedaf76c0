/** Signed-in users and who watches them. Start reading at {@link dev.fanfare.engine.user.UserDirectory}. */
@NullMarked
package dev.fanfare.engine.user;

import org.jspecify.annotations.NullMarked;
