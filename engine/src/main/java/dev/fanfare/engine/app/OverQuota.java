package dev.fanfare.engine.app;

/** What publishers and clients are told once their app has used up its messages of the day. */
public final class OverQuota {
    private OverQuota() {}

    public static String message(App app) {
        return "App " + app.id() + " is over its message quota, " + app.limits().messagesPerDay()
                + " a day; the next day begins at midnight UTC";
    }
}
