package dev.fanfare.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalsTest {
    @TempDir
    Path folder;

    /** @param field of the payload that is there besides the auction's id */
    private Path application(String field) throws IOException {
        return SmallApplication.compile(
                        Files.createDirectories(folder.resolve("app")), "Channels", """
                        public class Channels {
                            public record Bid(String auctionId, %s) {}
                            public static dev.fanfare.sdk.registry.Registry<String> registry() {
                                return dev.fanfare.sdk.registry.Registry.<String>builder()
                                        .channel("auction-{id}", auction -> auction.carries("bid", Bid.class, Bid::auctionId))
                                        .build();
                            }
                        }
                        """.formatted(field))
                .classes();
    }

    private <M extends RegistryMojo> M goal(M mojo, Path classes) {
        mojo.registry = "app.Channels#registry";
        mojo.runtimePath = List.of(classes.toString());
        mojo.title = "Auctions";
        mojo.typescriptFile = folder.resolve("web/channels.ts").toFile();
        mojo.channelsPage = folder.resolve("channels.md").toFile();
        mojo.asyncApiFile = folder.resolve("asyncapi.json").toFile();
        return mojo;
    }

    @Test
    void whatWasGeneratedPassesTheCheck() throws Exception {
        Path classes = application("long amount");

        goal(new GenerateMojo(), classes).execute();

        goal(new CheckMojo(), classes).execute();
        assertThat(folder.resolve("web/channels.ts")).content().contains("amount: number;");
        assertThat(folder.resolve("channels.md")).content().contains("# Auctions: channels");
        assertThat(folder.resolve("asyncapi.json")).content().contains("\"title\" : \"Auctions\"");
    }

    @Test
    void aPayloadThatHasChangedFailsTheCheckWithEachFileItsLineAndTheCommand() throws Exception {
        goal(new GenerateMojo(), application("long amount")).execute();

        CheckMojo check = goal(new CheckMojo(), application("String amount"));

        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(String.join(
                        "\n",
                        "The registry app.Channels#registry has changed, and these files have not:",
                        folder.resolve("web/channels.ts")
                                + " differs in line 5: it has `amount: number;`, expected `amount: string;`",
                        folder.resolve("channels.md")
                                + " differs in line 19: it has `| `amount` | `number` |  |`, expected"
                                + " `| `amount` | `string` |  |`",
                        folder.resolve("asyncapi.json")
                                + " differs in line 65: it has `\"type\" : \"integer\"`, expected `\"type\" : \"string\"`",
                        "Write them anew: mvn compile fanfare:generate"));
    }

    @Test
    void aFileThatIsNotThereOrIsCutOffFailsTheCheck() throws Exception {
        Path classes = application("long amount");
        goal(new GenerateMojo(), classes).execute();
        Files.delete(folder.resolve("channels.md"));
        Path types = folder.resolve("web/channels.ts");
        Files.writeString(types, Files.readString(types).strip());

        CheckMojo check = goal(new CheckMojo(), classes);

        assertThatThrownBy(check::execute)
                .hasMessageContaining(folder.resolve("channels.md") + " is not there")
                .hasMessageContaining("it has no more lines, expected ``");
    }

    @Test
    void endsOfLinesThatGitHasChangedAreNoDifference() throws Exception {
        Path classes = application("long amount");
        goal(new GenerateMojo(), classes).execute();
        Path types = folder.resolve("web/channels.ts");
        Files.writeString(types, Files.readString(types).replace("\n", "\r\n"));

        goal(new CheckMojo(), classes).execute();

        assertThat(types).content().contains("\r\n");
    }

    @Test
    void aFileThatIsRightIsLeftAlone() throws Exception {
        Path classes = application("long amount");
        goal(new GenerateMojo(), classes).execute();
        Path types = folder.resolve("web/channels.ts");
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(types, longAgo);

        goal(new GenerateMojo(), classes).execute();

        assertThat(Files.getLastModifiedTime(types)).isEqualTo(longAgo);
    }

    @Test
    void aGoalWithoutFilesSaysWhichThereAre() {
        assertThatThrownBy(new GenerateMojo()::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Nothing to generate: set one or more of typescriptFile, channelsPage and asyncApiFile");
    }

    @Test
    void aRegistryThatIsNotFoundEndsTheBuild() throws Exception {
        GenerateMojo generate = goal(new GenerateMojo(), application("long amount"));
        generate.registry = "app.Channels#channels";

        assertThatThrownBy(generate::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("of registries it has registry");
    }
}
