package dev.fanfare.benchmarks.load;

/**
 * Seconds of CPU in a window.
 *
 * @param own of this process
 * @param server of the measured process, which is this one if the server runs inside
 * @param machine all processes together
 * @param seconds the window's length by the clock
 */
public record CpuUse(double own, double server, double machine, double seconds) {
    /** Share of the machine that neither this process nor the server used; an embedded server counts twice, so not below 0. */
    public double foreignShare() {
        double cpus = Runtime.getRuntime().availableProcessors();
        return Math.max(0, machine - own - server) / (cpus * seconds);
    }

    /** What is read at both ends of the window. */
    public record Moment(ProcessFigures.Cpu own, ProcessFigures.Cpu server, double machine, long nanos) {
        /**
         * The figures as they are.
         *
         * @param server the id of its process
         */
        public static Moment now(long server) {
            return new Moment(
                    new ProcessFigures(ProcessHandle.current().pid()).cpu(),
                    new ProcessFigures(server).cpu(),
                    ProcessFigures.machineBusySeconds(),
                    System.nanoTime());
        }

        /** What was used since an earlier moment. */
        public CpuUse since(Moment first) {
            return new CpuUse(
                    own.secondsSince(first.own),
                    server.secondsSince(first.server),
                    machine - first.machine,
                    (nanos - first.nanos) / 1e9);
        }
    }
}
