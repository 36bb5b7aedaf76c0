package dev.fanfare.sdk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.Signer;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import dev.fanfare.sdk.recording.RecordingRealtimeService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest {
    private final WebhookReceiver receiver = new WebhookReceiver(new RecordingRealtimeService());

    private List<WebhookEvent> receive(String body) {
        Signer signer = new Signer(new AppSecret(RecordingRealtimeService.SECRET));
        return receiver.receive(RecordingRealtimeService.KEY, signer.sign(body), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyKindIsRead() {
        assertThat(receive("""
                        {"time_ms":1,"events":[
                        {"name":"channel_occupied","channel":"a"},
                        {"name":"channel_vacated","channel":"a"},
                        {"name":"member_added","channel":"presence-a","user_id":"ann"},
                        {"name":"member_removed","channel":"presence-a","user_id":"ann"},
                        {"name":"client_event","channel":"presence-a","event":"client-x","data":"{}","socket_id":"1.2","user_id":"ann"},
                        {"name":"client_event","channel":"private-a","event":"client-x","data":{"n":1},"socket_id":"1.2"},
                        {"name":"cache_miss","channel":"cache-a"},
                        {"name":"subscription_count","channel":"a","subscription_count":3},
                        {"name":"new_kind","channel":"a","extra":4}]}"""))
                .containsExactly(
                        new WebhookEvent.ChannelOccupied("a"),
                        new WebhookEvent.ChannelVacated("a"),
                        new WebhookEvent.MemberAdded("presence-a", "ann"),
                        new WebhookEvent.MemberRemoved("presence-a", "ann"),
                        new WebhookEvent.ClientEvent("presence-a", "client-x", "{}", "1.2", "ann"),
                        new WebhookEvent.ClientEvent("private-a", "client-x", "{\"n\":1}", "1.2", null),
                        new WebhookEvent.CacheMiss("cache-a"),
                        new WebhookEvent.SubscriptionCount("a", 3),
                        new WebhookEvent.Other(
                                "a", "new_kind", Map.of("name", "new_kind", "channel", "a", "extra", "4")));
    }

    @Test
    void whatSomebodyElseHasSentIsNotRead() {
        byte[] body = "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> receiver.receive(RecordingRealtimeService.KEY, "00", body))
                .isInstanceOfSatisfying(
                        RealtimeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAUTHORIZED));
        assertThatThrownBy(() -> receiver.receive(null, null, body)).isInstanceOf(RealtimeException.class);
    }

    @Test
    void whatIsSignedAndNoWebhookIsRefused() {
        assertThatThrownBy(() -> receive("not JSON"))
                .isInstanceOfSatisfying(
                        RealtimeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
        assertThat(receive("{}")).isEmpty();
    }
}
