package dev.fanfare.benchmarks.load;

import org.jspecify.annotations.Nullable;

/** Everything that is read at the start and at the end of a window. */
record Sample(
        long nanos,
        ProcessFigures.@Nullable Cpu server,
        ProcessFigures.Cpu client,
        double machine,
        long delivered,
        long sent) {

    static Sample take(Target target, Deliveries deliveries) {
        return new Sample(
                System.nanoTime(),
                target.pid() == 0 ? null : new ProcessFigures(target.pid()).cpu(),
                new ProcessFigures(ProcessHandle.current().pid()).cpu(),
                ProcessFigures.machineBusySeconds(),
                deliveries.delivered(),
                deliveries.sent());
    }

    Outcome since(Sample start, LoadSpec spec, Deliveries deliveries, double targetPerSecond) {
        double seconds = (nanos - start.nanos) / 1e9;
        double clientCpu = client.secondsSince(start.client);
        double serverCpu = 0;
        double user = 0;
        double system = 0;
        if (server != null && start.server != null) {
            serverCpu = server.secondsSince(start.server);
            user = server.userSeconds() - start.server.userSeconds();
            system = server.systemSeconds() - start.server.systemSeconds();
        }
        double cpus = Runtime.getRuntime().availableProcessors();
        double foreign = Math.max(0, machine - start.machine - clientCpu - serverCpu) / (cpus * seconds);
        return new Outcome(
                spec,
                delivered - start.delivered,
                sent - start.sent,
                seconds,
                targetPerSecond,
                serverCpu,
                user,
                system,
                clientCpu,
                foreign,
                deliveries.lost(),
                deliveries.duplicated(),
                deliveries.reordered(),
                deliveries.latency());
    }
}
