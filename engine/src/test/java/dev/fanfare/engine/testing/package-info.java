/** Stand-ins for loops and connections, and the contracts of the engine's ports. Start reading at {@link FakeNode}. */
@NullMarked
package dev.fanfare.engine.testing;

import org.jspecify.annotations.NullMarked;
