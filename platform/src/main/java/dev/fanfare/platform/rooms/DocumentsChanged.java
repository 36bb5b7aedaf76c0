package dev.fanfare.platform.rooms;

import java.util.List;

/** Lists of documents look different to some: {@code documents:changed} on their own channels. */
record DocumentsChanged(List<String> userIds, Told told) {
    /** The document that has come, gone or changed its title. */
    record Told(String id) {}
}
