/** Apps: the tenants of a server, with their secrets and limits. Start reading at {@link dev.fanfare.engine.app.App}. */
@NullMarked
package dev.fanfare.engine.app;

import org.jspecify.annotations.NullMarked;
