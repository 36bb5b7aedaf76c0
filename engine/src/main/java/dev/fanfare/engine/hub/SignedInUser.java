package dev.fanfare.engine.hub;

import java.util.List;

/**
 * Who a connection is signed in as.
 *
 * @param userInfo JSON text
 * @param watched ids the user follows, within the app's limit
 */
record SignedInUser(String id, String userInfo, List<String> watched) {}
