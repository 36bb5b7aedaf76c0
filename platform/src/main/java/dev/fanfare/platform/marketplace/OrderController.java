package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.platform.web.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP. */
@RestController
@RequestMapping("/api")
class OrderController {
    private static final Limit ORDERS = new Limit("orders of", 60, Duration.ofMinutes(1));

    private final Orders orders;
    private final OrderViews views;
    private final RateLimits limits;

    OrderController(Orders orders, OrderViews views, RateLimits limits) {
        this.orders = orders;
        this.views = views;
        this.limits = limits;
    }

    record Page(List<OrderView> orders, @Nullable String next) {}

    record Move(@NotNull String status) {}

    record Moved(boolean success, OrderView order) {}

    @PostMapping("/products/{id}/orders")
    ResponseEntity<OrderView> place(
            @PathVariable String id, @Valid @RequestBody WantedOrder wanted, @AuthenticationPrincipal SignedIn user) {
        limits.take(ORDERS, user.id());
        Orders.Placed placed = orders.place(user.id(), id, wanted);
        return ResponseEntity.status(placed.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(views.of(placed.order(), user.id()));
    }

    @GetMapping("/orders")
    Page list(
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn user) {
        List<Order> found = orders.list(
                user.id(),
                part(role),
                status == null ? null : OrderStatus.of(status),
                Cursor.parse(cursor),
                Limits.checked(limit) + 1);
        Slice<Order> slice = Slice.of(found, limit, last -> new Cursor(last.createdAt(), last.id()));
        return new Page(views.of(slice.items(), user.id()), slice.next());
    }

    private static @Nullable Part part(@Nullable String role) {
        try {
            return role == null ? null : Part.valueOf(role.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("invalid", "role is none of buyer, seller, support");
        }
    }

    @GetMapping("/orders/{id}")
    OrderView one(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return views.of(orders.find(id, user.id()), user.id());
    }

    @PatchMapping("/orders/{id}/status")
    Moved move(@PathVariable String id, @Valid @RequestBody Move move, @AuthenticationPrincipal SignedIn user) {
        orders.move(id, user.id(), OrderStatus.of(move.status()));
        return new Moved(true, views.of(orders.find(id, user.id()), user.id()));
    }
}
