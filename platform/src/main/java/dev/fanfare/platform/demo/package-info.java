/** What somebody who tries the platform finds in it. */
@NullMarked
package dev.fanfare.platform.demo;

import org.jspecify.annotations.NullMarked;
