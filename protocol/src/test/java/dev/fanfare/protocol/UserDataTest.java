package dev.fanfare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataTest {
    @Test
    void readsWhatTheSdksSign() throws ProtocolException {
        assertThat(UserData.parse("{\"id\":\"12345\"}")).isEqualTo(new UserData("12345", "{}", List.of()));
        assertThat(UserData.parse("""
                        {"id":"a@b","user_info":{"name": "Ann"},"watchlist":["1","2","1"],"extra":[]}""")).isEqualTo(new UserData("a@b", "{\"name\": \"Ann\"}", List.of("1", "2")));
        assertThat(UserData.parse("{\"id\":\"1\",\"user_info\":null,\"watchlist\":null}"))
                .isEqualTo(new UserData("1", "{}", List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {} | Invalid user_data: id is missing, expected a string
        {"id":5} | Invalid user_data: id is 5, expected a string
        {"id":""} | Invalid user_data: id is '', expected one or more of the characters of channel names
        {"id":"a b"} | Invalid user_data: id is 'a b', expected one or more of the characters of channel names
        {"id":"#1"} | Invalid user_data: id is '#1', expected one or more of the characters of channel names
        {"id":"1","user_info":"x"} | Invalid user_data: user_info is "x", expected an object
        {"id":"1","watchlist":{}} | Invalid user_data: watchlist is {}, expected an array
        {"id":"1","watchlist":["1",2]} | Invalid user_data: watchlist holds 2, expected only strings
        {"id":"1","id":"2"} | Duplicate key: id
        12345 | Invalid JSON at byte 0: unexpected '1', expected '{'
        """)
    void saysWhatIsWrong(String userData, String message) {
        assertThatThrownBy(() -> UserData.parse(userData))
                .isInstanceOf(ProtocolException.class)
                .hasMessage(message);
    }
}
