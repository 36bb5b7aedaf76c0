package dev.fanfare.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.web.Ids;
import java.io.IOException;

/**
 * Somebody whom Dan has invited.
 *
 * @param token of their link
 */
record Colleague(RunningPlatform platform, String id, String email, String token) {
    static final String PASSWORD = "seven lamps and a ladder";

    static Colleague invited(RunningPlatform platform, String role) throws IOException, InterruptedException {
        String email = Ids.next() + "@example.com";
        Answer made = invite(platform, email, role, "\"org_123\"");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return new Colleague(
                platform,
                made.json().path("person").path("id").asString(),
                email,
                token(made.json().path("invitation").path("url").asString()));
    }

    /** One who has chosen a password. */
    static Colleague joined(RunningPlatform platform, String role) throws IOException, InterruptedException {
        Colleague colleague = invited(platform, role);
        Answer accepted = colleague.accept(PASSWORD);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        return colleague;
    }

    static Answer invite(RunningPlatform platform, String email, String role, String tenants)
            throws IOException, InterruptedException {
        return Callers.of(platform, "dan")
                .post(
                        "/api/admin/people",
                        "{\"name\":\"Fay Fresh\",\"email\":\"%s\",\"role\":\"%s\",\"tenantIds\":[%s]}"
                                .formatted(email, role, tenants));
    }

    static String token(String url) {
        return url.substring(url.indexOf('#') + 1);
    }

    /** What Dan changes about them. */
    Answer change(String json) throws IOException, InterruptedException {
        return Callers.of(platform, "dan").patch("/api/admin/people/" + id, json, "");
    }

    /** The answer to whoever wants another link for them. */
    Answer link() throws IOException, InterruptedException {
        return Callers.of(platform, "dan").post("/api/admin/people/" + id + "/invitation", "");
    }

    Answer accept(String password) throws IOException, InterruptedException {
        return accept(platform, token, password);
    }

    static Answer accept(RunningPlatform platform, String token, String password)
            throws IOException, InterruptedException {
        return platform.asNobody()
                .post("/api/invitations/accept", "{\"token\":\"" + token + "\",\"password\":\"" + password + "\"}");
    }

    static Answer look(RunningPlatform platform, String token) throws IOException, InterruptedException {
        return platform.asNobody().post("/api/invitations/look", "{\"token\":\"" + token + "\"}");
    }

    Answer signIn(String password) throws IOException, InterruptedException {
        return platform.asNobody()
                .post("/api/sessions", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    Caller signedIn() throws IOException, InterruptedException {
        return caller(signIn(PASSWORD));
    }

    Caller caller(Answer session) {
        assertThat(session.status()).as(session.body()).isEqualTo(200);
        return new Caller(platform, session.json().path("token").asString());
    }

    /** As the list of people has them. */
    String listed() throws IOException, InterruptedException {
        return Callers.of(platform, "dan")
                .get("/api/admin/people?q=" + email)
                .json()
                .path("people")
                .path(0)
                .toString();
    }
}
