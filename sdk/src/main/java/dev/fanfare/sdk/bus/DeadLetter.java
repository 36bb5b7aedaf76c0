package dev.fanfare.sdk.bus;

/**
 * An event that a subscription has given up.
 *
 * @param number by which it is replayed
 * @param error what went wrong the last time
 */
public record DeadLetter(long number, DomainEvent event, String error) {}
