package dev.fanfare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PagesTest {
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*src=\"([^\"]+)\"");

    private final RunningPlatform platform;

    PagesTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Answer get(String path) throws IOException, InterruptedException {
        return platform.asNobody().get(path);
    }

    @Test
    void theRootAndEachAddressOfAPageIsTheSamePage() throws IOException, InterruptedException {
        Answer root = get("/");

        assertThat(root.status()).isEqualTo(200);
        assertThat(root.header("Content-Type")).startsWith("text/html");
        assertThat(root.body()).contains("<div id=\"root\">");
        for (String page : List.of("/messages/abc", "/auctions/new", "/notifications/preferences", "/?status=mine")) {
            assertThat(get(page).body()).as(page).isEqualTo(root.body());
        }
    }

    @Test
    void aMissingFileAndAMissingRouteAreNoPage() throws IOException, InterruptedException {
        assertThat(get("/assets/missing.js").status()).isEqualTo(404);
        assertThat(get("/missing.png").status()).isEqualTo(404);
        assertThat(get("/api/missing").body()).doesNotContain("<html");
    }

    @Test
    void allScriptsAreFilesOfThePlatformAsTheContentPolicyDemands() throws IOException, InterruptedException {
        Answer page = get("/");
        List<String> scripts = SCRIPT.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(page.body().split("<script", -1)).hasSize(scripts.size() + 1);
        assertThat(scripts).isNotEmpty().allMatch(path -> path.startsWith("/"));
        for (String script : scripts) {
            assertThat(get(script).status()).as(script).isEqualTo(200);
        }
    }

    @Test
    void whatIsNamedByItsContentIsKeptAndThePageIsNot() throws IOException, InterruptedException {
        Matcher asset = Pattern.compile("/assets/[^\"]+\\.js").matcher(get("/").body());

        assertThat(asset.find()).isTrue();
        assertThat(get(asset.group()).header("Cache-Control")).contains("immutable");
        assertThat(get("/").header("Cache-Control")).contains("no-cache");
    }
}
