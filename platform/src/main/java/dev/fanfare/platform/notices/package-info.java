/** What users are told of what happens elsewhere: knows the modules that do not know each other. */
@NullMarked
package dev.fanfare.platform.notices;

import org.jspecify.annotations.NullMarked;
