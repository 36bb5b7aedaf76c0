/**
 * The Pusher Channels protocol as immutable values: names, frames, codes, signatures and limits, with their encoding and
 * decoding. No I/O, no threads. Start reading at {@link dev.fanfare.protocol.FrameReader} and
 * {@link dev.fanfare.protocol.FrameWriter}.
 */
@NullMarked
package dev.fanfare.protocol;

import org.jspecify.annotations.NullMarked;
