package dev.fanfare.server.webhook;

/**
 * What came of a request.
 *
 * @param answered whether the endpoint has answered at all
 * @param problem empty if it has taken the events
 */
record Outcome(boolean answered, String problem) {
    private static final int SUCCESS_FROM = 200;
    private static final int SUCCESS_BELOW = 300;

    static Outcome ofStatus(int status) {
        return new Outcome(true, status >= SUCCESS_FROM && status < SUCCESS_BELOW ? "" : "status " + status);
    }

    static Outcome ofFailure(Throwable failure) {
        String message = failure.getMessage();
        return new Outcome(false, message == null ? failure.getClass().getSimpleName() : message);
    }

    boolean isSuccess() {
        return problem.isEmpty();
    }
}
