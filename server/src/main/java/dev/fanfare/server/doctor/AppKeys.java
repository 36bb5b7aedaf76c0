package dev.fanfare.server.doctor;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.server.config.ServerConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether others could guess what apps sign with, and whether every SDK can use their ids. No secret is ever shown. */
final class AppKeys {
    private AppKeys() {}

    static List<Finding> examine(ServerConfig config) {
        if (config.isDevelopment()) {
            return List.of(Finding.well("No app is configured: the development app is served, on loopback only"));
        }
        List<Finding> findings = new ArrayList<>();
        Map<AppSecret, String> owners = new HashMap<>();
        for (App app : config.apps()) {
            for (AppSecret secret : app.secrets()) {
                if (secret.isGuessable()) {
                    findings.add(Finding.wrong("The secret of app " + app.id()
                            + " can be guessed: set `secret` to 16 random characters or more"));
                }
                String other = owners.putIfAbsent(secret, app.id());
                if (other != null) {
                    findings.add(Finding.wrong("Apps " + other + " and " + app.id()
                            + " have the same secret: whoever has one signs for both. Set `secret` of one of them"));
                }
            }
            if (!app.id().chars().allMatch(c -> c >= '0' && c <= '9')) {
                findings.add(Finding.note("The id of app " + app.id()
                        + " is not a number: Python's SDK takes no other; everybody else does"));
            }
        }
        findings.addFirst(Finding.well("Apps configured: " + config.apps().size()));
        return findings;
    }
}
