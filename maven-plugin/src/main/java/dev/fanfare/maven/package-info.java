/**
 * The Maven plugin: what a front end and its people want to know of a registry, generated from it. Start reading at
 * {@link dev.fanfare.maven.Documents}.
 */
@NullMarked
package dev.fanfare.maven;

import org.jspecify.annotations.NullMarked;
