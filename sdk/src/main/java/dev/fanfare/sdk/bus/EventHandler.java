package dev.fanfare.sdk.bus;

/** What somebody does when something happens. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Called on a virtual thread, for one event after the other.
     *
     * @throws Exception to be called with the same event again
     */
    void handle(DomainEvent event) throws Exception;
}
