package dev.fanfare.server.api;

import org.jspecify.annotations.Nullable;

/** One request and the answer it waits for. Its state belongs to the loop of its connection. */
final class Exchange {
    private final AnswerQueue answers;
    private final Persistence persistence;
    private final boolean withBody;
    private final Caller caller;
    private final long begun;
    private RouteName route = RouteName.OTHER;
    private String method = "";
    private String path = "";
    private @Nullable String requestId;
    private @Nullable Response response;

    /** @param withBody false for HEAD, whose answer has the headers only */
    Exchange(AnswerQueue answers, Persistence persistence, boolean withBody, Caller caller) {
        this.answers = answers;
        this.persistence = persistence;
        this.withBody = withBody;
        this.caller = caller;
        requestId = caller.requestId();
        begun = answers.log().now();
    }

    /** What the request asks, as far as logs may tell: without the query, which is signed. */
    void asks(String method, String path) {
        this.method = method;
        this.path = path;
    }

    void leadsTo(RouteName route) {
        this.route = route;
    }

    /** Answers the request, once. Called on any thread. */
    void answer(Response response) {
        if (answers.inLoop()) {
            complete(response);
        } else {
            answers.execute(() -> complete(response));
        }
    }

    private void complete(Response response) {
        if (this.response != null) {
            throw new IllegalStateException("Request was answered twice");
        }
        this.response = response;
        if (response != Response.CONTINUE) {
            answers.log().answered(this, response.status());
        }
        answers.answered();
    }

    @Nullable
    Response response() {
        return response;
    }

    Persistence persistence() {
        return persistence;
    }

    Caller caller() {
        return caller;
    }

    boolean withBody() {
        return withBody;
    }

    RouteName route() {
        return route;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** When the request began, if its log wants to know. */
    long begun() {
        return begun;
    }

    /** What the request is called in the log, and from then on in the answer. */
    String requestId() {
        if (requestId == null) {
            requestId = RequestLog.newRequestId();
        }
        return requestId;
    }

    /** What the answer calls the request, or null. */
    @Nullable
    String requestIdInUse() {
        return requestId;
    }
}
