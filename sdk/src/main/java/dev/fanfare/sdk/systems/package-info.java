/** The channels and events of five kinds of application, ready to be declared. Each is a package of its own. */
@NullMarked
package dev.fanfare.sdk.systems;

import org.jspecify.annotations.NullMarked;
