package dev.fanfare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceMemberTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"user_id":"1","user_info":{"name": "Zoë"}} | 1 | {"name": "Zoë"}
        {"user_id":10} | 10 | {}
        {"user_id":12345678901234567890123,"user_info":null} | 12345678901234567890123 | {}
        {"user_id":-7,"user_info":[1,"\\ud800"]} | -7 | [1,"\\ud800"]
        {"user_info":"text","user_id":"\\u0061\\"b"} | a"b | "text"
        {"user_id":" any text ","id":0} | ` any text ` | {}
        """)
    void readsWhatAppsSign(String channelData, String userId, String userInfo) throws ProtocolException {
        PresenceMember member = PresenceMember.parse(channelData);

        assertThat(member.userId()).isEqualTo(userId);
        assertThat(member.userInfo()).isEqualTo(userInfo);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {} | Invalid channel_data: user_id is missing or empty, expected a string
        {"user_id":null} | Invalid channel_data: user_id is missing or empty, expected a string
        {"user_id":""} | Invalid channel_data: user_id is missing or empty, expected a string
        {"user_id":10.0} | Invalid channel_data: user_id is 10.0, expected a string or an integer
        {"user_id":1e1} | Invalid channel_data: user_id is 1e1, expected a string or an integer
        {"user_id":true} | Invalid channel_data: user_id is true, expected a string or an integer
        {"user_id":{"id":1}} | Invalid channel_data: user_id is {"id":1}, expected a string or an integer
        {"user_id":"\\udc00"} | Invalid string: "\\udc00", expected surrogates in pairs
        {"user_id":"1","user_id":"2"} | Duplicate key: user_id
        user_id=1 | Invalid JSON at byte 0: unexpected 'u', expected '{'
        """)
    void saysWhatIsWrong(String channelData, String message) {
        assertThatThrownBy(() -> PresenceMember.parse(channelData))
                .isInstanceOf(ProtocolException.class)
                .hasMessage(message);
    }
}
