package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/app/app-key?protocol=7&client=js, '', app-key, 7",
                "/app/app-key, '', app-key, -",
                "/app/app-key/, '', app-key, -",
                "/app/app-key?, '', app-key, -",
                "/app/app-key/?flash=false&protocol=5&protocol=6, '', app-key, 5",
                "/app/a%2Fb+c%C3%A4, '', a/b+cä, -",
                "/app/%zz?protocol=%zz, '', -, %zz",
                "/app/k?protocol=, '', k, ''",
                "/app/k?xprotocol=7&Protocol=7, '', k, -",
                "/app/, '', -, -",
                "/app//, '', -, -",
                "/app, '', -, -",
                "/app/a/b, '', -, -",
                "/, '', -, -",
                "*, '', -, -",
                "/other/key?protocol=7, '', -, 7",
                "/ws/app/k?protocol=7, /ws, k, 7",
                "/app/k, /ws, -, -",
                "/wsapp/k, /ws, -, -",
                "/ws/app/k, '', -, -",
            })
    void keyAndProtocolAreFound(String uri, String prefix, String key, String protocol) {
        assertThat(RequestTarget.of(uri, prefix)).isEqualTo(new RequestTarget(key, protocol));
    }
}
