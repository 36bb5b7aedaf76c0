package dev.fanfare.platform.carrier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands where nobody has an account with a carrier. */
final class NoCarrier implements Carrier {
    @Override
    public SendOutcome send(OutboundText text) {
        return new SendOutcome.Refused("no_carrier", "There is no account with a carrier");
    }

    @Override
    public @Nullable CarriedText find(String externalId) {
        return null;
    }

    @Override
    public List<CarriedText> sent(Medium medium, String from, String to, Instant since) {
        return List.of();
    }

    @Override
    public Download download(String url, long mostBytes) {
        return new Download.Impossible("There is no account with a carrier");
    }
}
