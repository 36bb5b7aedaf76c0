package dev.fanfare.server.api;

import org.jspecify.annotations.Nullable;

/** One request and the answer it waits for. Its state belongs to the loop of its connection. */
final class Exchange {
    private final AnswerQueue answers;
    private final Persistence persistence;
    private final boolean withBody;
    private final boolean secure;
    private @Nullable Response response;

    /**
     * @param withBody false for HEAD, whose answer has the headers only
     * @param secure whether the request came over TLS
     */
    Exchange(AnswerQueue answers, Persistence persistence, boolean withBody, boolean secure) {
        this.answers = answers;
        this.persistence = persistence;
        this.withBody = withBody;
        this.secure = secure;
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

    boolean isSecure() {
        return secure;
    }

    boolean withBody() {
        return withBody;
    }
}
