/** The HTTP API that back ends publish and ask through. Start reading at {@link dev.fanfare.server.api.HttpApi}. */
@NullMarked
package dev.fanfare.server.api;

import org.jspecify.annotations.NullMarked;
