/** The browser's tests as tests of the build. */
@NullMarked
package dev.fanfare.web;

import org.jspecify.annotations.NullMarked;
