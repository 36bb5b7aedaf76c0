package dev.fanfare.maven.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.maven.SmallApplication;
import dev.fanfare.maven.schema.Channels;
import dev.fanfare.sdk.registry.ChannelPattern;
import dev.fanfare.sdk.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationClassesTest {
    private static final String CHANNELS = """
            import dev.fanfare.sdk.registry.Registry;

            public class Channels {
                public record Bid(@org.jspecify.annotations.Nullable String by) {}
                public static final Registry<String> FIELD = registry();
                public static final String TEXT = "text";
                public static Registry<String> registry() {
                    return Registry.<String>builder()
                            .channel("auction-{id}", auction -> auction.carries("bid", Bid.class, bid -> "1"))
                            .build();
                }
                public static Registry<String> broken() {
                    throw new IllegalStateException("no database");
                }
                public static Registry<String> nothing() {
                    return null;
                }
                public static String loader() {
                    return Thread.currentThread().getContextClassLoader().getResource("app/Channels.class").toString();
                }
                public Registry<String> ofAnObject() {
                    return registry();
                }
                public static Registry<String> withParameter(String any) {
                    return registry();
                }
            }
            """;
    private static final String STILLBORN = """
            public class Stillborn {
                public static final Object REGISTRY = java.util.List.of().get(0);
            }
            """;
    private static final String LONELY = """
            public class Lonely {
                public static Object registry() {
                    return org.assertj.core.api.Assertions.assertThat(1);
                }
            }
            """;

    @TempDir
    static Path folder;

    private static SmallApplication application;

    @BeforeAll
    static void compile() throws IOException {
        application = SmallApplication.compile(folder, "Channels", CHANNELS, "Stillborn", STILLBORN, "Lonely", LONELY);
    }

    private static Registry<?> registry(String reference) throws RegistryNotFound {
        try (ApplicationClasses classes = new ApplicationClasses(List.of(application.classes()))) {
            return classes.registry(reference);
        }
    }

    @ParameterizedTest
    @CsvSource({"app.Channels#registry", "app.Channels#registry()", "app.Channels#FIELD"})
    void aRegistryIsReadFromAMethodOrAField(String reference) throws Exception {
        assertThat(registry(reference).channels())
                .extracting(channel -> channel.pattern())
                .containsExactly(ChannelPattern.parse("auction-{id}"));
    }

    @Test
    void annotationsOfTheApplicationAreSeenAlthoughTheirJarIsNotOnItsClassPath() throws Exception {
        Channels channels = Channels.of(registry("app.Channels#registry"));

        assertThat(channels.definitions().get("Bid").at("/properties/by/type").toString())
                .isEqualTo("[\"string\",\"null\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "app.Channels → Registry `app.Channels`, expected a class and its member, such as com.acme.Channels#registry",
                "app.Other#registry → There is no class app.Other on the class path of the project: is it compiled?",
                "app.Channels#none → app.Channels has no public static field or method without parameters named none;"
                        + " of registries it has FIELD, broken, nothing, ofAnObject, registry, withParameter",
                "app.Channels#ofAnObject → app.Channels has no public static field or method without parameters named"
                        + " ofAnObject; of registries it has FIELD, broken, nothing, ofAnObject, registry, withParameter",
                "app.Channels#TEXT → app.Channels#TEXT is a java.lang.String, expected a dev.fanfare.sdk.registry.Registry",
                "app.Channels#nothing → app.Channels#nothing is null, expected a dev.fanfare.sdk.registry.Registry",
                "app.Channels#broken → app.Channels#broken cannot be made: java.lang.IllegalStateException: no database",
                "app.Stillborn#REGISTRY → app.Stillborn#REGISTRY cannot be made: java.lang.ArrayIndexOutOfBoundsException:"
                        + " Index 0 out of bounds for length 0",
                "app.Lonely#registry → app.Lonely#registry cannot be made: java.lang.NoClassDefFoundError:"
                        + " org/assertj/core/api/Assertions"
            })
    void whatIsWrongIsSaidInOneSentence(String reference, String message) {
        assertThatThrownBy(() -> registry(reference))
                .isInstanceOf(RegistryNotFound.class)
                .hasMessage(message);
    }

    @Test
    void aClassOfANewerJavaSaysWhichJavaMavenRunsOn() throws Exception {
        SmallApplication newer = SmallApplication.compile(folder.resolve("newer"), "Stillborn", STILLBORN);
        Path file = newer.classes().resolve("app/Stillborn.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = (byte) 200;
        Files.write(file, bytes);

        try (ApplicationClasses classes = new ApplicationClasses(List.of(newer.classes()))) {
            assertThatThrownBy(() -> classes.registry("app.Stillborn#REGISTRY"))
                    .hasMessage("app.Stillborn is compiled for a newer Java than the "
                            + Runtime.version().feature()
                            + " that Maven runs on: set JAVA_HOME to that of the project");
        }
    }

    @Test
    void theContextClassLoaderIsTheApplicationsMeanwhile() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThatThrownBy(() -> registry("app.Channels#loader")).hasMessageContaining("is a java.lang.String");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }
}
