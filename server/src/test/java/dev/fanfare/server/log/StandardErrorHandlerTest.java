package dev.fanfare.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.LogConfig.Format;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StandardErrorHandlerTest {
    @Test
    void textIsOneLineForEachMessage() {
        assertThat(written(Format.TEXT, message(Level.WARNING, "Two of {0}", "three")))
                .isEqualTo("2026-01-02T03:04:05.600Z warning dev.fanfare.server: Two of three\n");
    }

    @Test
    void lineBreakInAMessageStartsNoLine() {
        assertThat(written(Format.TEXT, message(Level.INFO, "one\r\n2026 error forged\u2028")))
                .endsWith(": one\\u000d\\u000a2026 error forged\\u2028\n");
    }

    @Test
    void textShowsWhatWasThrown() {
        LogRecord message = message(Level.SEVERE, "Broken");
        message.setThrown(new IllegalStateException("why"));

        assertThat(written(Format.TEXT, message))
                .contains("error   dev", "Broken\njava.lang.IllegalStateException: why\n\tat ");
    }

    @Test
    void jsonIsOneObjectOnOneLine() {
        LogRecord message = message(Level.FINE, "a \"quoted\" \\ \n\t\u0001 \ud83d\ude00 \ud800");
        message.setThrown(new IllegalStateException("why"));

        String line = written(Format.JSON, message);

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode json = new JsonMapper().readTree(line);
        assertThat(json.propertyNames()).containsExactly("time", "level", "logger", "message", "thrown");
        assertThat(json.get("time").asString()).isEqualTo("2026-01-02T03:04:05.600Z");
        assertThat(json.get("level").asString()).isEqualTo("debug");
        assertThat(json.get("message").asString()).isEqualTo("a \"quoted\" \\ \n\t\u0001 \ud83d\ude00 \ud800");
        assertThat(json.get("thrown").asString()).startsWith("java.lang.IllegalStateException: why");
    }

    private static LogRecord message(Level level, String text, Object... parameters) {
        LogRecord message = new LogRecord(level, text);
        message.setLoggerName("dev.fanfare.server");
        message.setInstant(Instant.parse("2026-01-02T03:04:05.6Z"));
        message.setParameters(parameters);
        return message;
    }

    private static String written(Format format, LogRecord message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StandardErrorHandler(out, format).publish(message);
        return out.toString(StandardCharsets.UTF_8);
    }
}
