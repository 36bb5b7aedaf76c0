/**
 * Test support for everybody who talks to a Fanfare server: a server on a free port, a client that sees every byte, and a
 * player of wire conversations. Start reading at {@link dev.fanfare.testkit.RealtimeServerExtension}.
 */
@NullMarked
package dev.fanfare.testkit;

import org.jspecify.annotations.NullMarked;
