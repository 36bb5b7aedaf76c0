package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.FullName;
import dev.fanfare.platform.identity.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as one user sees it.
 *
 * @param history every status it has had, the first before the others
 * @param allowed what this user may make of it now
 * @param conversationId of the buyer and the seller about it; null if there is none, or for who is neither
 * @param channel where to follow it
 */
record OrderView(
        String id,
        Ordered product,
        Buyer buyer,
        Person seller,
        int quantity,
        long totalMinor,
        String currency,
        OrderStatus status,
        List<Step> history,
        List<OrderStatus> allowed,
        long version,
        Instant createdAt,
        @Nullable String conversationId,
        String channel) {
    /** What was ordered, under the title it had then. */
    record Ordered(String id, String title, @Nullable String image) {}

    /** Who has ordered it. */
    record Buyer(
            String id,
            String firstName,
            String lastName,
            @Nullable String imageUrl,
            String name) {
        static Buyer of(Person person) {
            FullName name = FullName.of(person.name());
            return new Buyer(person.id(), name.first(), name.last(), person.avatar(), person.name());
        }
    }

    /** A status, and who has brought the order there. */
    record Step(OrderStatus status, Person by, Instant at) {}
}
