package dev.fanfare.sdk.registry;

/**
 * What clients of a channel may hear.
 *
 * @param name on the wire
 * @param payload what its data look like
 * @param isAlias whether it says again, in other words, what another event says
 */
public record EventDeclaration(String name, Class<?> payload, boolean isAlias) {}
