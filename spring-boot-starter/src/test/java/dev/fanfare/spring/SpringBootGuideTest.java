package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Run with {@code -Dfanfare.guide.write=true} to write the guide's parts anew. */
class SpringBootGuideTest {
    private static final Path GUIDE = Path.of("../docs/guides/spring-boot.md");
    private static final Path SAMPLE = Path.of("src/test/java/dev/fanfare/sample/AuctionApplication.java");
    private static final Path SCHEMA = Path.of("src/test/resources/schema.sql");

    @Test
    void theGuideShowsTheSampleThatRunsInTheTests() throws IOException {
        isInTheGuide("sample", "```java\n" + Files.readString(SAMPLE) + "```\n");
        isInTheGuide("schema", "```sql\n" + Files.readString(SCHEMA) + "```\n");
    }

    @Test
    void theSampleHasFewerThanSixtyLines() throws IOException {
        assertThat(Files.readAllLines(SAMPLE)).hasSizeBetween(10, 59);
    }

    @Test
    void theGuideHasEveryPropertyAsIdesShowIt() throws IOException {
        String table =
                properties().values().stream().map(SpringBootGuideTest::row).collect(Collectors.joining());

        isInTheGuide("properties", "| property | value | preset | what it does |\n|---|---|---|---|\n" + table);
    }

    @Test
    void idesKnowEveryPropertyAndDescribeIt() throws IOException {
        Map<String, JsonNode> known = properties();

        assertThat(known.keySet()).containsExactlyInAnyOrderElementsOf(names("fanfare", FanfareProperties.class));
        assertThat(known)
                .allSatisfy((name, property) -> assertThat(
                                property.path("description").asString(""))
                        .as(name)
                        .matches("[A-Z].{10,}\\."));
    }

    /** What the records' components are called as properties. */
    private static List<String> names(String prefix, Class<?> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String dashed = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            String name = ConfigurationPropertyName.of(prefix).append(dashed).toString();
            if (component.getType().isRecord()) {
                names.addAll(names(name, component.getType()));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private static Map<String, JsonNode> properties() throws IOException {
        Map<String, JsonNode> properties = new TreeMap<>();
        for (URL url : Collections.list(SpringBootGuideTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = url.openStream()) {
                for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
                    String name = property.path("name").asString("");
                    if (name.startsWith("fanfare.")) {
                        properties.put(name, property);
                    }
                }
            }
        }
        return properties;
    }

    private static String row(JsonNode property) {
        String type = property.path("type").asString("");
        String value = switch (type.substring(type.lastIndexOf('.') + 1)) {
            case "Boolean" -> "`true` or `false`";
            case "Integer" -> "a number";
            case "Duration" -> "a time, `250ms`, `10s`";
            case "DataSize" -> "a size, `10KB`";
            default -> "text";
        };
        String preset = property.has("defaultValue")
                ? "`" + property.path("defaultValue").asString("") + "`"
                : "";
        return "| `" + property.path("name").asString("") + "` | " + value + " | " + preset + " | "
                + property.path("description").asString("") + " |\n";
    }

    private static void isInTheGuide(String part, String text) throws IOException {
        String begin = "<!-- " + part + ": written by SpringBootGuideTest -->\n";
        String end = "<!-- end of " + part + " -->\n";
        String guide = Files.readString(GUIDE);
        int from = guide.indexOf(begin) + begin.length();
        int to = guide.indexOf(end);
        assertThat(to).as("the place of " + part).isGreaterThanOrEqualTo(from);
        if (Boolean.getBoolean("fanfare.guide.write")) {
            Files.writeString(GUIDE, guide.substring(0, from) + text + guide.substring(to));
        } else {
            assertThat(guide.substring(from, to)).isEqualTo(text);
        }
    }
}
