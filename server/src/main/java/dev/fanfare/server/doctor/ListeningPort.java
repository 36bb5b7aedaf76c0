package dev.fanfare.server.doctor;

import dev.fanfare.server.config.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/** Whether the server could listen where it is told to. */
final class ListeningPort {
    private ListeningPort() {}

    static Finding examine(ServerConfig config) {
        String where = config.host() + ":" + config.port();
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        if (address.isUnresolved()) {
            return Finding.wrong("`host` is " + config.host() + ", which is unknown here");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return Finding.well(where + " is free");
        } catch (IOException e) {
            return isFanfare(address, config.tls().isOn())
                    ? Finding.note("A Fanfare runs on " + where + " already; examine it with --url")
                    : Finding.wrong(
                            "Nothing can listen on " + where + ": " + e.getMessage() + "; set `port` or `host`");
        }
    }

    private static boolean isFanfare(InetSocketAddress address, boolean tls) {
        InetAddress host =
                address.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address.getAddress();
        String text =
                host.getHostAddress().indexOf(':') < 0 ? host.getHostAddress() : "[" + host.getHostAddress() + "]";
        URI live = URI.create((tls ? "https://" : "http://") + text + ":" + address.getPort() + "/live");
        try (Asking asking = new Asking(Duration.ofSeconds(1))) {
            return asking.get(live).body().equals("{\"status\":\"ok\"}");
        } catch (IOException e) {
            return false;
        }
    }
}
