package dev.fanfare.platform.auctions;

import dev.fanfare.platform.RunningPlatform;

/** A platform in a process that can be killed. Says where it listens. */
final class PlatformOfItsOwn {
    static final String GREETING = "Listens on ";

    private PlatformOfItsOwn() {}

    /** @param arguments the address of the database, then settings */
    public static void main(String[] arguments) {
        RunningPlatform platform = RunningPlatform.start(arguments[0], "--platform.auctions.bids-per-minute=1000000");
        System.out.println(GREETING + platform.address(""));
    }
}
