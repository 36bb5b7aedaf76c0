/** What administrators see and do, for the whole installation. Start reading at {@link dev.fanfare.platform.admin.Announcements}. */
@NullMarked
package dev.fanfare.platform.admin;

import org.jspecify.annotations.NullMarked;
