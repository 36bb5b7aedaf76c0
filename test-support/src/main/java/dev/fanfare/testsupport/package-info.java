/**
 * What the tests of every module share: seeded cases, time that a test moves, and a check for lost buffers. Start reading at
 * {@link dev.fanfare.testsupport.Property}.
 */
@NullMarked
package dev.fanfare.testsupport;

import org.jspecify.annotations.NullMarked;
