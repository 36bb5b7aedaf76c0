package dev.fanfare.engine.presence;

/** What a connection that came or went means to the other members of a presence channel. */
public enum PresenceChange {
    /** A user who was not there is there now. */
    JOINED,
    /** The user's last connection has gone. */
    LEFT,
    /** Another connection of the same user: the others see nothing. */
    NONE,
    /** The channel is full; nothing has changed. */
    REFUSED
}
