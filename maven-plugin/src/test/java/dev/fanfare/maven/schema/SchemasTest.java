package dev.fanfare.maven.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fanfare.maven.house.Bids;
import dev.fanfare.maven.house.Bids.BidPlaced;
import dev.fanfare.maven.house.Bids.Ended;
import dev.fanfare.maven.house.Bids.Person;
import dev.fanfare.maven.house.HouseChannels;
import dev.fanfare.maven.house.chat.Chat;
import dev.fanfare.maven.house.chat.Chat.Attachment;
import dev.fanfare.maven.house.chat.Chat.Estimate;
import dev.fanfare.maven.house.chat.Chat.Message;
import dev.fanfare.maven.house.chat.Chat.UserId;
import dev.fanfare.sdk.Payload;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Person ANN = new Person("Ann", "Ulm");
    private static final Person BOB = new Person("Bob", null);
    private static final Instant NOW = Instant.parse("2026-11-29T10:15:30Z");

    static List<Arguments> payloads() throws MalformedURLException {
        UUID id = new UUID(1, 2);
        Message first = message(null, new Attachment.Picture("a.png", 3));
        return List.of(
                Arguments.of(
                        "BidPlaced",
                        new BidPlaced("1", id, 5, BigDecimal.ONE, ANN, BOB, NOW, Bids.Status.CLOSING_SOON)),
                Arguments.of(
                        "BidPlaced", new BidPlaced("1", id, 5, BigDecimal.TEN, BOB, null, NOW, Bids.Status.CLOSED)),
                Arguments.of("Ended", ended(null, null, List.of())),
                Arguments.of("Ended", ended(BOB, LocalDate.EPOCH, List.of(new Bids.Item("x", List.of("y"))))),
                Arguments.of("Message", first),
                Arguments.of("Message", message(first, new Attachment.Voice("b.ogg", Duration.ofSeconds(90)))),
                Arguments.of(
                        "History",
                        new Chat.History(
                                new Chat.Page<>(List.of(first), 1), new Chat.Page<>(List.of(new Chat.Item(1)), 2))),
                Arguments.of("VoteCast", new Chat.VoteCast(new UserId("ann"), new Estimate("5"), Set.of())),
                Arguments.of(
                        "VoteCast", new Chat.VoteCast(new UserId("ann"), new Estimate("?"), Set.of(new Estimate("?")))),
                Arguments.of("Typing", new Chat.Typing("ann")),
                Arguments.of("Priced", priced(OptionalInt.of(5), ANN)),
                Arguments.of("Priced", priced(OptionalInt.empty(), null)),
                Arguments.of("Seat", new HouseChannels.Seat("Ann", ANN)));
    }

    private static Message message(Message before, Attachment attachment) {
        JsonNode extra = JSON.createArrayNode().add(1);
        byte[] digest = {1, 2, 3};
        return new Message(
                "m1", new UserId("ann"), "Hi", List.of(attachment), before, Optional.empty(), extra, 7, digest, "no");
    }

    private static Ended ended(Person winner, LocalDate paidOn, List<Bids.Item> items) {
        Map<String, Long> nothing = Collections.singletonMap("ann", null);
        List<Integer> pauses = Arrays.asList(1, null);
        Map<String, Long> limits = winner == null ? null : nothing;
        return new Ended("1", winner, new int[] {1}, Map.of("ann", ANN), nothing, pauses, limits, paidOn, items);
    }

    private static Bids.Priced priced(OptionalInt discount, Person by) throws MalformedURLException {
        return new Bids.Priced(
                (byte) 2,
                new char[] {'E', 'U', 'R'},
                Currency.getInstance("EUR"),
                Locale.GERMANY,
                URI.create("http://localhost/a.png").toURL(),
                Year.of(2026),
                YearMonth.of(2026, 11),
                LocalTime.NOON,
                LocalDateTime.of(2026, 11, 29, 10, 15),
                NOW.atZone(ZoneOffset.UTC),
                discount,
                new AtomicLong(7),
                new AtomicReference<>("new"),
                Long.MAX_VALUE,
                NOW,
                by);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void whatTheSdkWritesIsWhatItsSchemaSays(String type, Object payload) {
        assertThat(errors(type, Payload.json(payload))).isEmpty();
    }

    @Test
    void whatIsMissingOrAddedIsNotWhatTheSchemaSays() {
        assertThat(errors("Person", "{\"name\":\"Ann\",\"city\":null}")).isEmpty();
        assertThat(errors("Person", "{\"name\":\"Ann\"}")).hasSize(1);
        assertThat(errors("Person", "{\"name\":null,\"city\":null}")).hasSize(1);
        assertThat(errors("Person", "{\"name\":\"Ann\",\"city\":null,\"more\":1}"))
                .hasSize(1);
    }

    /** Everything that is written has to be in a schema, so nothing else is let through. */
    private static List<Error> errors(String type, String json) {
        ObjectNode schema = JSON.createObjectNode().put("$ref", "#/definitions/" + type);
        ObjectNode definitions = schema.putObject("definitions");
        Channels.of(HouseChannels.registry()).definitions().forEach((name, definition) -> {
            ObjectNode closed = definition.deepCopy().asObject();
            if (closed.has("properties")) {
                closed.put("additionalProperties", false);
            }
            definitions.set(name, closed);
        });
        definitions.findParents("$ref").stream()
                .map(JsonNode::asObject)
                .forEach(object -> object.put(
                        "$ref", "#/definitions/" + object.path("$ref").stringValue()));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema)
                .validate(json, InputFormat.JSON);
    }
}
