package dev.fanfare.protocol;

/**
 * What there is to verify of a request to the HTTP API. Refers to the body's bytes.
 *
 * @param method in upper case
 * @param path as it was sent, still percent-encoded, one character for each byte, without the query
 * @param body raw, before any decompression, in the range from the first position to the second
 */
public record SignedRequest(String method, String path, RequestQuery query, byte[] body, int from, int to) {}
