package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.marketplace.SellersThreads.About;
import dev.fanfare.sdk.systems.tenant.TenantChannels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows orders to those whom they concern. */
@Component
class OrderViews {
    private static final String ID = "{orderId}";

    private final OrderTable orders;
    private final OrderAccess access;
    private final ProductTable products;
    private final Accounts accounts;
    private final ObjectProvider<SellersThreads> threads;

    OrderViews(
            OrderTable orders,
            OrderAccess access,
            ProductTable products,
            Accounts accounts,
            ObjectProvider<SellersThreads> threads) {
        this.orders = orders;
        this.access = access;
        this.products = products;
        this.accounts = accounts;
        this.threads = threads;
    }

    /** What a list of orders needs beside them. */
    private record Around(
            Map<String, List<Order.Step>> steps,
            Map<String, Person> people,
            Map<String, String> images,
            Map<String, String> conversations) {
        Person person(String id) {
            return Objects.requireNonNull(people.get(id));
        }
    }

    OrderView of(Order order, String userId) {
        return of(List.of(order), userId).getFirst();
    }

    List<OrderView> of(List<Order> found, String userId) {
        Around around = around(found, userId);
        return found.stream().map(order -> view(order, userId, around)).toList();
    }

    private Around around(List<Order> found, String userId) {
        Map<String, List<Order.Step>> steps =
                orders.steps(found.stream().map(Order::id).toList());
        Stream<String> parties = found.stream().flatMap(order -> Stream.of(order.buyerId(), order.sellerId()));
        Stream<String> movers = steps.values().stream().flatMap(List::stream).map(Order.Step::accountId);
        return new Around(
                steps,
                accounts.people(Stream.concat(parties, movers).collect(Collectors.toSet())),
                products.images(found.stream().map(Order::productId).collect(Collectors.toSet())),
                conversations(found, userId));
    }

    private Map<String, String> conversations(List<Order> found, String userId) {
        SellersThreads there = threads.getIfAvailable();
        return there == null
                ? Map.of()
                : there.conversationsOf(
                        userId,
                        About.ORDER,
                        found.stream()
                                .filter(order -> order.isBetween(userId))
                                .collect(Collectors.toMap(Order::id, order -> order.other(userId))));
    }

    private OrderView view(Order order, String userId, Around around) {
        Part part = access.part(order, userId);
        return new OrderView(
                order.id(),
                new OrderView.Ordered(order.productId(), order.title(), around.images.get(order.productId())),
                OrderView.Buyer.of(around.person(order.buyerId())),
                around.person(order.sellerId()),
                order.quantity(),
                order.totalMinor(),
                order.currency(),
                order.status(),
                around.steps.getOrDefault(order.id(), List.of()).stream()
                        .map(step -> new OrderView.Step(step.status(), around.person(step.accountId()), step.at()))
                        .toList(),
                part == null ? List.of() : List.copyOf(part.allowed(order.status())),
                order.version(),
                order.createdAt(),
                around.conversations.get(order.id()),
                TenantChannels.ORDER.replace(ID, order.id()));
    }
}
