/** The platform: one process, one module for each package beside this class. Start reading at {@link dev.fanfare.platform.PlatformApplication}. */
@NullMarked
package dev.fanfare.platform;

import org.jspecify.annotations.NullMarked;
