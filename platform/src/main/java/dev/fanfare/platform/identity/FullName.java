package dev.fanfare.platform.identity;

/** The name of an account in two, for those who know it so: what is before its last word counts as the first name. */
public record FullName(String first, String last) {
    public static FullName of(String name) {
        int gap = name.lastIndexOf(' ');
        return gap < 0 ? new FullName(name, "") : new FullName(name.substring(0, gap), name.substring(gap + 1));
    }
}
