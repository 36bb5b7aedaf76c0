package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What administrators have done, as the list of it says, and what they do at once. */
public final class Acts {
    private Acts() {}

    /** What was done to something, as {@code dan team.create: Support}, the newest first. */
    public static List<String> on(RunningPlatform platform, String target) throws IOException, InterruptedException {
        Answer answer = Callers.of(platform, "dan").get("/api/admin/audit?limit=100");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("target").asString("").equals(target))
                .map(entry -> entry.at("/by/id").asString() + " "
                        + entry.path("action").asString() + ": "
                        + entry.path("detail").asString())
                .toList();
    }

    /** The status and the code of what was not done. */
    public static String refusal(Answer refused) {
        return refused.status() + " " + refused.json().path("code").asString();
    }

    /** Makes two requests at the same time. */
    public static List<Answer> atOnce(Callable<Answer> first, Callable<Answer> second)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> asked = List.of(first, second).stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            return List.of(asked.getFirst().get(), asked.getLast().get());
        }
    }
}
