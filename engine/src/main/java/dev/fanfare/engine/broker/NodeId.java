package dev.fanfare.engine.broker;

/** The name of a node, unique among those that share a broker. */
public record NodeId(String value) {}
