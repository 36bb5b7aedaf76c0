/** What all routes have in common: problems, limits, ids. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.fanfare.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
