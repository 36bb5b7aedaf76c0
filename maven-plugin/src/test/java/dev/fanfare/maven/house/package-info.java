@NullMarked
package dev.fanfare.maven.house;

import org.jspecify.annotations.NullMarked;
