package dev.fanfare.server.doctor;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How many files, of which each connection is one, the operating system lets this process have open. */
final class DescriptorLimit {
    /** What the server itself may need besides connections. */
    private static final int OWN = 100;

    /** Fewer than this surprise people. */
    private static final int FEW = 4096;

    private static final String NAME = "Max open files";

    private DescriptorLimit() {}

    /** @param limits in the form of Linux's {@code /proc/self/limits} */
    static Finding examine(Path limits, List<App> apps) {
        long soft;
        try {
            soft = softLimit(Files.readAllLines(limits));
        } catch (IOException e) {
            return Finding.well("How many files may be open cannot be found out here");
        }
        long wanted = 0;
        for (App app : apps) {
            wanted += app.limits().connections() == AppLimits.UNLIMITED
                    ? 0
                    : app.limits().connections();
        }
        if (wanted + OWN > soft) {
            return Finding.wrong(soft + " files may be open, and `limits.connections` of all apps come to " + wanted
                    + ": raise the limit (ulimit -n)");
        }
        return soft < FEW
                ? Finding.wrong(soft + " files may be open, so there can be no more than " + Math.max(0, soft - OWN)
                        + " connections: raise the limit (ulimit -n)")
                : Finding.well(
                        soft == Long.MAX_VALUE ? "Any number of files may be open" : soft + " files may be open");
    }

    private static long softLimit(List<String> lines) throws IOException {
        for (String line : lines) {
            if (line.startsWith(NAME)) {
                String soft = line.substring(NAME.length()).trim();
                soft = soft.substring(0, soft.indexOf(' '));
                return soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft);
            }
        }
        throw new IOException("No line " + NAME);
    }
}
