package dev.fanfare.platform.carrier;

import dev.fanfare.platform.carrier.BoundedHttp.Answer;
import dev.fanfare.platform.carrier.BoundedHttp.Deadline;
import dev.fanfare.platform.carrier.Carrier.Download;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gets what came along with texts. A webhook says where that is, and what it says is not trusted: only paths of the account's media
 * at the API's own address are asked, with the token, and without it the hosts that settings name, if the API sends us there.
 */
final class TwilioMedia {
    private static final int MOST_REDIRECTS = 3;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final BoundedHttp http;
    private final TwilioAccount account;
    private final List<String> mediaHosts;
    private final Pattern path;

    /** @param http follows no redirects by itself */
    TwilioMedia(BoundedHttp http, TwilioAccount account, List<String> mediaHosts) {
        this.http = http;
        this.account = account;
        this.mediaHosts = mediaHosts;
        path = Pattern.compile("/2010-04-01/Accounts/" + Pattern.quote(account.sid())
                + "/Messages/[A-Za-z0-9]{1,64}/Media/[A-Za-z0-9]{1,64}");
    }

    Download download(String url, long mostBytes) throws IOException {
        URI target = parsed(url);
        if (target == null || !isOwn(target)) {
            return new Download.Impossible("The address is not one of the carrier's media");
        }
        String credentials = Base64.getEncoder()
                .encodeToString((account.sid() + ":" + account.authToken()).getBytes(StandardCharsets.UTF_8));
        Deadline deadline = http.begin();
        Answer answer = get(target, "Basic " + credentials, mostBytes, deadline);
        for (int i = 0; i < MOST_REDIRECTS && answer.status() / 100 == 3; i++) {
            URI next = parsed(answer.headers().firstValue("Location").orElse(""));
            if (next == null || !isMediaHost(next)) {
                return new Download.Impossible("The carrier sends us to another host than settings name");
            }
            answer = get(next, null, mostBytes, deadline);
        }
        return content(answer, mostBytes);
    }

    private Answer get(URI target, @Nullable String authorization, long mostBytes, Deadline deadline)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return http.send(request, mostBytes, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static Download content(Answer answer, long mostBytes) throws IOException {
        int status = answer.status();
        if (status == TOO_MANY || status >= SERVER_ERROR) {
            throw new IOException("The carrier answers " + status);
        }
        if (status / 100 != 2) {
            return new Download.Impossible("The carrier answers " + status);
        }
        byte[] bytes = answer.body();
        return bytes == null
                ? new Download.Impossible("It is over " + mostBytes + " bytes")
                : new Download.Content(
                        answer.headers().firstValue("Content-Type").orElse("application/octet-stream"), bytes);
    }

    private static @Nullable URI parsed(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean isOwn(URI url) {
        URI base = account.baseUrl();
        return base.getScheme().equals(url.getScheme())
                && base.getRawAuthority().equalsIgnoreCase(url.getRawAuthority())
                && url.getRawPath() != null
                && path.matcher(url.getRawPath()).matches();
    }

    private boolean isMediaHost(URI url) {
        return "https".equals(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && mediaHosts.contains(url.getHost().toLowerCase(Locale.ROOT));
    }
}
