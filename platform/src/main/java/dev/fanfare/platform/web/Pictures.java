package dev.fanfare.platform.web;

/** Pictures of things, as requests name them. */
public final class Pictures {
    /** A path of the platform or a data URL; pages load no other images. */
    public static final String ALLOWED = "(?s)(/(?![/\\\\])|data:image/(png|jpeg|webp|gif|svg\\+xml)[;,]).*";

    public static final int LONGEST = 40_000;

    private Pictures() {}
}
