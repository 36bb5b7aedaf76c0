package dev.fanfare.platform.carrier;

import java.net.URI;

/** An account with Twilio, or with something that speaks as it does. */
record TwilioAccount(String sid, String authToken, URI baseUrl) {
    /** Without the token. */
    @Override
    public String toString() {
        return "TwilioAccount[sid=" + sid + ", baseUrl=" + baseUrl + "]";
    }
}
