package dev.fanfare.server.doctor;

import dev.fanfare.server.config.WebhookConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Whether somebody listens where webhooks go. Sends nothing: an endpoint is not to be told of what did not happen. */
final class HookReach {
    private static final int PATIENCE_MILLIS = 3_000;

    private HookReach() {}

    static List<Finding> examine(List<WebhookConfig> webhooks) {
        List<Finding> findings = new ArrayList<>();
        for (URI url : webhooks.stream().map(WebhookConfig::url).distinct().toList()) {
            findings.add(examine(url));
        }
        return findings;
    }

    private static Finding examine(URI url) {
        int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
        String where = url.getHost() + ":" + port;
        InetSocketAddress address = new InetSocketAddress(url.getHost(), port);
        if (address.isUnresolved()) {
            return Finding.wrong(
                    "The webhook's host " + url.getHost() + " is unknown here (`webhook`, `webhooks.url`)");
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return Finding.well("Webhooks reach " + where);
        } catch (IOException e) {
            return Finding.note("Webhooks do not reach " + where + " now: " + e.getMessage()
                    + "; they are tried for five minutes (`webhook`, `webhooks.url`)");
        }
    }
}
