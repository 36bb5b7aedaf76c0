package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class HandshakeQuotaTest {
    private final HandshakeQuota quota = new HandshakeQuota(2, InetAddress::isLoopbackAddress);

    @Test
    void eachAddressHasItsOwn() throws UnknownHostException {
        InetAddress one = InetAddress.getByName("192.0.2.1");
        InetAddress other = InetAddress.getByName("2001:db8::1");
        assertThat(quota.enter(one)).isTrue();
        assertThat(quota.enter(one)).isTrue();
        assertThat(quota.enter(one)).isFalse();
        assertThat(quota.enter(other)).isTrue();
        quota.leave(one);
        assertThat(quota.enter(one)).isTrue();
        assertThat(quota.enter(one)).isFalse();
    }

    @Test
    void exemptAddressHasAnyNumber() throws UnknownHostException {
        InetAddress loopback = InetAddress.getByName("127.0.0.2");
        for (int i = 0; i < 10; i++) {
            assertThat(quota.enter(loopback)).isTrue();
        }
        quota.leave(loopback);
    }
}
