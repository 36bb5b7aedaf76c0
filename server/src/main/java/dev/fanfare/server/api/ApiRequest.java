package dev.fanfare.server.api;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.RequestQuery;

/**
 * A request whose signature was checked.
 *
 * @param subject the channel or user in the path, unescaped; empty if the path has none
 * @param body not a copy: to be read before the endpoint returns
 * @param length bytes of the body
 */
record ApiRequest(App app, String subject, RequestQuery query, byte[] body, int length) {}
