@NullMarked
package dev.fanfare.maven.house.chat;

import org.jspecify.annotations.NullMarked;
