package dev.fanfare.server.api;

import org.jspecify.annotations.Nullable;

/** One request and the answer it waits for. Its state belongs to the loop of its connection. */
final class Exchange {
    private final AnswerQueue answers;
    private final Persistence persistence;
    private final boolean withBody;
    private @Nullable Response response;

    /** @param withBody false for HEAD, whose answer has the headers only */
    Exchange(AnswerQueue answers, Persistence persistence, boolean withBody) {
        this.answers = answers;
        this.persistence = persistence;
        this.withBody = withBody;
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
        answers.answered();
    }

    @Nullable
    Response response() {
        return response;
    }

    Persistence persistence() {
        return persistence;
    }

    boolean withBody() {
        return withBody;
    }
}
