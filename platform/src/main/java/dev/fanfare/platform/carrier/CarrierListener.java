package dev.fanfare.platform.carrier;

/**
 * Hears what the carrier reports, once its signature is known to be right. Called on the thread of a request, perhaps several times
 * with the same and in any order. What returns is kept: the carrier tells it no more.
 */
public interface CarrierListener {
    /** @throws dev.fanfare.platform.web.Problem 404 if the number is nobody's */
    void received(InboundText text);

    void reported(StatusReport report);
}
