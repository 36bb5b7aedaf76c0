package dev.fanfare.sdk.systems.poker;

/** When the others learn what somebody has voted. */
public enum VoteDisclosure {
    /** Once all votes are revealed. */
    ON_REVEAL,
    /** With the vote. */
    LIVE
}
