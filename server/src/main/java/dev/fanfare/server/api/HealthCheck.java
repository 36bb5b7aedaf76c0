package dev.fanfare.server.api;

/** Tells load balancers and people how the server is. Needs no signature. */
interface HealthCheck {
    Response answer();
}
