package dev.fanfare.platform.carrier;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.Header;

/**
 * How Twilio's SDK makes its requests: to a base URL that settings name, and each of them once. The SDK's own way repeats a request
 * that fails, and so may send a text twice.
 */
final class TwilioTransport extends HttpClient {
    private static final long MOST_BYTES = 1L << 20;
    private static final int TOO_MANY = 429;

    private final BoundedHttp http;
    private final URI baseUrl;

    TwilioTransport(BoundedHttp http, URI baseUrl) {
        this.http = http;
        this.baseUrl = baseUrl;
    }

    /** What a request came to that has no answer. */
    static final class NoAnswer extends RuntimeException {
        private final boolean wasSent;

        NoAnswer(IOException cause, boolean wasSent) {
            super(String.valueOf(cause.getMessage()), cause);
            this.wasSent = wasSent;
        }

        /** Whether Twilio may have it. */
        boolean wasSent() {
            return wasSent;
        }
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        URI asked = URI.create(request.constructURL().toString());
        URI target = URI.create(baseUrl.getScheme() + "://" + baseUrl.getRawAuthority() + asked.getRawPath()
                + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery()));
        HttpRequest.Builder builder = HttpRequest.newBuilder(target)
                .header("Accept", "application/json")
                .method(request.getMethod().toString(), HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
        if (!request.getPostParams().isEmpty()) {
            builder.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (request.requiresAuthentication()) {
            builder.header("Authorization", request.getAuthString());
        }
        try {
            BoundedHttp.Answer answer = http.send(builder, MOST_BYTES, http.begin());
            if (answer.status() == TOO_MANY) {
                throw new NoAnswer(new IOException("Twilio has too much to do"), false);
            }
            byte[] body = answer.body();
            if (body == null) {
                throw new NoAnswer(new IOException("Twilio's answer is over " + MOST_BYTES + " bytes"), true);
            }
            return new Response(new String(body, StandardCharsets.UTF_8), answer.status(), new Header[0]);
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            throw new NoAnswer(e, false);
        } catch (IOException e) {
            throw new NoAnswer(e, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(new IOException("Interrupted", e), true);
        }
    }
}
