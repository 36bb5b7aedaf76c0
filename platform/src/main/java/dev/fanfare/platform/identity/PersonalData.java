package dev.fanfare.platform.identity;

/** What a module keeps of somebody: one bean for each that keeps anything. Called within a transaction. */
public interface PersonalData {
    /** What it is called in an export, such as {@code orders}; no two are called the same. */
    String section();

    /** All of it, as it is written to JSON. Nothing that only others wrote. */
    Object export(String accountId);

    /** Forgets it, but for what others need, which no longer says who it was. */
    void erase(String accountId);
}
