package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client gets. */
record TestAnswer(int status, Map<String, String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<TestAnswer> parse(String text) {
        EmbeddedChannel client = new EmbeddedChannel(new HttpResponseDecoder(), new HttpObjectAggregator(1 << 24));
        client.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
        List<TestAnswer> answers = new ArrayList<>();
        for (FullHttpResponse response = client.readInbound(); response != null; response = client.readInbound()) {
            assertThat(response.decoderResult().isSuccess()).as(text).isTrue();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
            answers.add(new TestAnswer(
                    response.status().code(), headers, response.content().toString(StandardCharsets.UTF_8)));
            response.release();
        }
        client.finishAndReleaseAll();
        return answers;
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** An error as every client understands it. */
    TestAnswer isProblem(int expectedStatus, String expectedText) {
        assertThat(status).as(body).isEqualTo(expectedStatus);
        assertThat(headers).containsEntry("Content-Type", "application/json");
        assertThat(json().get("code").intValue()).isEqualTo(expectedStatus);
        assertThat(json().get("error").stringValue()).contains(expectedText);
        return this;
    }

    TestAnswer isOk(String expectedBody) {
        assertThat(body).isEqualTo(expectedBody);
        assertThat(status).isEqualTo(200);
        assertThat(headers).containsEntry("Content-Type", "application/json");
        return this;
    }
}
