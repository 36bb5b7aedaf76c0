/** Who somebody is: accounts, and the sessions they are signed in with. */
@NullMarked
package dev.fanfare.platform.identity;

import org.jspecify.annotations.NullMarked;
