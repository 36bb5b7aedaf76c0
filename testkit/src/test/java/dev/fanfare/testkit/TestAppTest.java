package dev.fanfare.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examples of Pusher's documentation, "Generating authentication signatures". */
class TestAppTest {
    private static final TestApp APP = new TestApp("3", "278d425bdf160c739803", "7ad3773142a6692b25b8");

    @Test
    void channelsAreSignedAsDocumented() {
        assertThat(APP.authorize("1234.1234", "private-foobar"))
                .isEqualTo("278d425bdf160c739803:58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4");
        assertThat(APP.authorize(
                        "1234.1234", "presence-foobar", "{\"user_id\":10,\"user_info\":{\"name\":\"Mr. Pusher\"}}"))
                .isEqualTo("278d425bdf160c739803:afaed3695da2ffd16931f457e338e6c9f2921fa133ce7dac49f529792be6304c");
    }

    @Test
    void usersAreSignedAsDocumented() {
        assertThat(APP.authenticate("1234.1234", "{\"id\":\"12345\"}"))
                .isEqualTo("278d425bdf160c739803:4708d583dada6a56435fb8bc611c77c359a31eebde13337c16ab43aa6de336ba");
    }
}
