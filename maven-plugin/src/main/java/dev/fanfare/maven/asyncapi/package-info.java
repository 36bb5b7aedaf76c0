/** An AsyncAPI document of an application's channels. */
@NullMarked
package dev.fanfare.maven.asyncapi;

import org.jspecify.annotations.NullMarked;
