/**
 * What an authorization endpoint does, whichever web framework serves it. Start reading at
 * {@link dev.fanfare.sdk.authorization.AuthorizationEndpoint}.
 */
@NullMarked
package dev.fanfare.sdk.authorization;

import org.jspecify.annotations.NullMarked;
