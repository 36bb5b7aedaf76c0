package dev.fanfare.platform.carrier;

import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Twilio, by its own SDK. */
final class TwilioCarrier implements Carrier {
    private static final int MOST = 50;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final TwilioRestClient client;
    private final TwilioMedia media;
    private final Function<String, URI> statusCallback;

    /** @param statusCallback where Twilio is to report on the text with a reference */
    TwilioCarrier(TwilioRestClient client, TwilioMedia media, Function<String, URI> statusCallback) {
        this.client = client;
        this.media = media;
        this.statusCallback = statusCallback;
    }

    @Override
    public SendOutcome send(OutboundText text) {
        MessageCreator creator = Message.creator(
                        number(text.medium(), text.to()), number(text.medium(), text.from()), text.body())
                .setStatusCallback(statusCallback.apply(text.reference()));
        if (!text.mediaUrls().isEmpty()) {
            creator.setMediaUrl(text.mediaUrls().stream().map(URI::create).toList());
        }
        try {
            Message message = creator.create(client);
            return new SendOutcome.Accepted(message.getSid(), status(message));
        } catch (TwilioTransport.NoAnswer e) {
            return e.wasSent() ? new SendOutcome.Unknown(reason(e)) : new SendOutcome.Unreached(reason(e));
        } catch (ApiException e) {
            return refusal(e);
        } catch (ApiConnectionException e) {
            return new SendOutcome.Unknown(reason(e));
        }
    }

    private static SendOutcome refusal(ApiException refusal) {
        Integer status = refusal.getStatusCode();
        if (status == null || status >= SERVER_ERROR) {
            return new SendOutcome.Unknown(reason(refusal));
        }
        Integer code = refusal.getCode();
        return new SendOutcome.Refused(code == null ? "http_" + status : code.toString(), reason(refusal));
    }

    private static String reason(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }

    private static PhoneNumber number(Medium medium, String number) {
        return new PhoneNumber(medium.address(number));
    }

    @Override
    public @Nullable CarriedText find(String externalId) throws IOException {
        try {
            return carried(Message.fetcher(externalId).fetch(client));
        } catch (ApiException e) {
            if (Objects.equals(e.getStatusCode(), NOT_FOUND)) {
                return null;
            }
            throw new IOException(reason(e), e);
        } catch (TwilioTransport.NoAnswer | ApiConnectionException e) {
            throw new IOException(reason(e), e);
        }
    }

    /** Not by the day they were sent: that is unknown of those that wait. */
    @Override
    public List<CarriedText> sent(Medium medium, String from, String to, Instant since) throws IOException {
        try {
            ResourceSet<Message> found = Message.reader()
                    .setFrom(number(medium, from))
                    .setTo(number(medium, to))
                    .pageSize(MOST)
                    .limit(MOST)
                    .read(client);
            List<CarriedText> texts = new ArrayList<>();
            for (Message message : found) {
                CarriedText text = carried(message);
                if (!text.createdAt().isBefore(since)) {
                    texts.add(text);
                }
            }
            return texts;
        } catch (ApiException | TwilioTransport.NoAnswer | ApiConnectionException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static CarriedText carried(Message message) {
        Integer error = message.getErrorCode();
        ZonedDateTime created = message.getDateCreated();
        return new CarriedText(
                message.getSid(),
                Objects.requireNonNullElse(message.getBody(), ""),
                status(message),
                error == null ? null : error.toString(),
                created == null ? Instant.EPOCH : created.toInstant());
    }

    private static TextStatus status(Message message) {
        return Objects.requireNonNullElse(TextStatus.of(String.valueOf(message.getStatus())), TextStatus.QUEUED);
    }

    @Override
    public Download download(String url, long mostBytes) throws IOException {
        return media.download(url, mostBytes);
    }
}
