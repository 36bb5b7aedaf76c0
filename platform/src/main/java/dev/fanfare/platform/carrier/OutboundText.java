package dev.fanfare.platform.carrier;

import java.util.List;

/**
 * A text to be sent.
 *
 * @param from one of our numbers
 * @param to somebody's number
 * @param mediaUrls where the carrier finds what is to be sent along
 * @param reference comes back with each report of how far the text has come: letters, digits, dots and hyphens
 */
public record OutboundText(
        Medium medium, String from, String to, String body, List<String> mediaUrls, String reference) {}
