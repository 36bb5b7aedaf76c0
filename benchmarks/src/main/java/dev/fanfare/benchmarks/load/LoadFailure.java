package dev.fanfare.benchmarks.load;

/** The server refused, closed or answered something a run cannot go on with. The message is for the person at the console. */
public final class LoadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LoadFailure(String message) {
        super(message);
    }

    public LoadFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
