package dev.fanfare.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One playing of a transcript: its clients by name, and the last answer of the HTTP API. */
final class Performance implements AutoCloseable {
    private static final String USUAL_PATH = "/app/%s?protocol=7&client=js&version=8.6.0&flash=false";

    private final URI server;
    private final List<TestApp> apps;
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Placeholders placeholders =
            new Placeholders(name -> actor(name).speaker());
    private @Nullable ApiAnswer answer;

    Performance(URI server, List<TestApp> apps) {
        this.server = server;
        this.apps = apps;
    }

    void play(Step step) throws IOException {
        switch (step) {
            case Step.Let let -> placeholders.let(let.name(), let.value());
            case Step.Connect connect -> connect(connect);
            case Step.Call call -> call(call);
            case Step.Answer expected -> answered(expected);
            case Step.Send send -> send(actor(send.client()), send.text());
            case Step.SendPing ping -> actor(ping.client()).client().sendPing(ping.payload());
            case Step.Expect expect -> received(actor(expect.client()), expect.text());
            case Step.ExpectPong pong ->
                same(
                        new Received.Pong(pong.payload()),
                        actor(pong.client()).client().awaitAnything());
            case Step.ExpectClose close -> closed(close);
            case Step.ExpectNothing nothing -> actor(nothing.client()).client().awaitNothing();
            case Step.Leave leave -> leave(leave.client());
            case Step.Drop drop -> gone(drop.client()).client().drop();
        }
    }

    private void connect(Step.Connect connect) throws IOException {
        String key = connect.path().replaceFirst(".*/app/", "").replaceFirst("[?/].*", "");
        TestClient client = TestClient.connect(webSocket(connect.path()), connect.headers());
        actors.put(connect.client(), new Actor(client, app(app -> app.key().equals(key))));
    }

    private URI webSocket(String path) {
        return URI.create("ws://" + server.getAuthority() + path);
    }

    private Actor actor(String name) {
        return actors.computeIfAbsent(name, _ -> {
            TestApp app = apps.getFirst();
            try {
                return new Actor(TestClient.open(webSocket(USUAL_PATH.formatted(app.key()))), app);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Actor gone(String name) {
        Actor actor = actor(name);
        actors.remove(name);
        return actor;
    }

    private void send(Actor actor, String text) {
        actor.client().send(placeholders.fill(text, actor.speaker()));
    }

    private void received(Actor actor, String expected) {
        String text = actor.client().await().text();
        if (!placeholders.pattern(expected, actor.speaker()).matcher(text).matches()) {
            throw new AssertionError("received " + text);
        }
    }

    private void closed(Step.ExpectClose expected) {
        TestClient client = gone(expected.client()).client();
        same(expected.code(), client.awaitClose().code());
        client.awaitEnd();
    }

    private void leave(String name) {
        TestClient client = gone(name).client();
        client.sendClose(1000, "");
        same(1000, client.awaitClose().code());
        client.awaitEnd();
    }

    private void call(Step.Call call) {
        TestApp app = app(candidate -> call.path().startsWith("/apps/" + candidate.id() + "/"));
        Placeholders.Speaker speaker = new Placeholders.Speaker(null, app);
        String path = placeholders.fill(call.path(), speaker);
        String body = placeholders.fill(call.body(), speaker);
        TestApi api = new TestApi(server, app);
        answer = call.signed() ? api.call(call.method(), path, body) : api.send(call.method(), path, body);
    }

    private void answered(Step.Answer expected) {
        ApiAnswer actual = answer;
        if (actual == null) {
            throw new IllegalArgumentException("There was no call before");
        }
        boolean sameBody = placeholders
                .pattern(expected.body(), new Placeholders.Speaker(null, apps.getFirst()))
                .matcher(actual.body())
                .matches();
        if (actual.status() != expected.status() || !sameBody) {
            throw new AssertionError("answered " + actual);
        }
    }

    private static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("received " + actual);
        }
    }

    void end() {
        actors.forEach((name, actor) -> {
            try {
                actor.client().awaitNothing();
            } catch (AssertionError e) {
                throw new AssertionError("After the last line client \"" + name + "\": " + e.getMessage(), e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        for (Actor actor : actors.values()) {
            actor.client().close();
        }
    }

    private TestApp app(Predicate<TestApp> wanted) {
        return apps.stream().filter(wanted).findFirst().orElse(apps.getFirst());
    }

    private record Actor(TestClient client, TestApp app) {
        Placeholders.Speaker speaker() {
            return new Placeholders.Speaker(client.knownSocketId(), app);
        }
    }
}
