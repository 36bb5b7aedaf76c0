package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.realtime.Queues;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.sdk.systems.tenant.OrderCreated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where orders are kept, with every status they have had. */
@Repository
class OrderTable {
    private final JdbcClient database;
    private final Queues queues;

    OrderTable(JdbcClient database, Queues queues) {
        this.database = database;
        this.queues = queues;
    }

    /** Null if there is none. */
    @Nullable
    Order find(String id) {
        return one("select * from product_order where id = ?", id);
    }

    /** The same, and until the transaction ends nobody else changes it. */
    @Nullable
    Order lock(String id) {
        queues.enter("order " + id);
        return one("select * from product_order where id = ? for update", id);
    }

    /** What a buyer has sent under an id of their own. */
    @Nullable
    Order sent(String buyerId, String clientId) {
        return one("select * from product_order where buyer_id = ? and client_id = ?", buyerId, clientId);
    }

    private @Nullable Order one(String sql, Object... params) {
        return database.sql(sql)
                .params(params)
                .query(OrderTable::order)
                .optional()
                .orElse(null);
    }

    /**
     * Keeps a new order, which its tenant has not heard of.
     *
     * @return false if the buyer has sent one under the same id meanwhile
     */
    boolean add(Order order, @Nullable String clientId) {
        boolean isNew = database.sql("insert into product_order (id, product_id, tenant_id, buyer_id, seller_id, title,"
                                + " quantity, total_minor, currency, status, told, client_id, version, created_at) values (:id,"
                                + " :product, :tenant, :buyer, :seller, :title, :quantity, :total, :currency, :status, false,"
                                + " :clientId, :version, :now) on conflict do nothing")
                        .param("id", order.id())
                        .param("product", order.productId())
                        .param("tenant", order.tenantId())
                        .param("buyer", order.buyerId())
                        .param("seller", order.sellerId())
                        .param("title", order.title())
                        .param("quantity", order.quantity())
                        .param("total", order.totalMinor())
                        .param("currency", order.currency())
                        .param("status", order.status().name())
                        .param("clientId", clientId)
                        .param("version", order.version())
                        .param("now", order.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        if (isNew) {
            addStep(order, order.buyerId(), order.createdAt());
        }
        return isNew;
    }

    /** Keeps the next status of an order. Whoever calls has locked it. */
    void save(Order order, String accountId, Instant at) {
        database.sql("update product_order set status = ?, version = ? where id = ?")
                .params(order.status().name(), order.version(), order.id())
                .update();
        addStep(order, accountId, at);
    }

    private void addStep(Order order, String accountId, Instant at) {
        database.sql(
                        "insert into product_order_step (order_id, seq, status, account_id, taken_at) values (?, ?, ?, ?, ?)")
                .params(order.id(), order.version(), order.status().name(), accountId, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Every status that orders have had, the first before the others, by the orders' ids. */
    Map<String, List<Order.Step>> steps(Collection<String> orderIds) {
        if (orderIds.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select * from product_order_step where order_id in (:ids) order by order_id, seq")
                .param("ids", orderIds)
                .query((row, number) -> new Order.Step(
                        row.getString("order_id"),
                        OrderStatus.valueOf(row.getString("status")),
                        row.getString("account_id"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Order.Step::orderId));
    }

    /**
     * Marks that a tenant hears of an order, in the transaction in which it does.
     *
     * @return false if it has before
     */
    boolean markTold(String orderId) {
        return database.sql("update product_order set told = true where id = ? and told = false")
                        .param(orderId)
                        .update()
                > 0;
    }

    /** The oldest orders of which their tenants have not heard. */
    List<OrderCreated> untold(Instant before) {
        return database.sql(
                        "select id, tenant_id, total_minor from product_order where told = false and created_at <= ?"
                                + " order by created_at, id limit 1000")
                .param(before.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new OrderCreated(row.getString("tenant_id"), row.getString("id"), row.getLong("total_minor")))
                .list();
    }

    /**
     * Which orders to look for.
     *
     * @param part null for what somebody has bought or sold
     * @param status null for any
     */
    record Query(
            String accountId,
            List<String> tenantIds,
            @Nullable Part part,
            @Nullable OrderStatus status) {}

    /** The newest first. */
    List<Order> find(Query query, Cursor after, int limit) {
        if (query.tenantIds.isEmpty()) {
            return List.of();
        }
        String whose = switch (query.part) {
            case BUYER -> " and buyer_id = :account";
            case SELLER -> " and seller_id = :account";
            case SUPPORT -> "";
            case null -> " and (buyer_id = :account or seller_id = :account)";
        };
        String status = query.status == null ? "" : " and status = :status";
        JdbcClient.StatementSpec statement = database.sql(
                        "select * from product_order where tenant_id in (:tenants)" + whose + status
                                + " and (created_at, id) < (:at, :after) order by created_at desc, id desc limit :limit")
                .param("account", query.accountId)
                .param("tenants", query.tenantIds)
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("after", after.id())
                .param("limit", limit);
        if (query.status != null) {
            statement = statement.param("status", query.status.name());
        }
        return statement.query(OrderTable::order).list();
    }

    /** All that somebody has bought or sold, in the order of their ids. */
    List<Order> of(String accountId) {
        return database.sql("select * from product_order where buyer_id = :account or seller_id = :account order by id")
                .param("account", accountId)
                .query(OrderTable::order)
                .list();
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getString("id"),
                row.getString("product_id"),
                row.getString("tenant_id"),
                row.getString("buyer_id"),
                row.getString("seller_id"),
                row.getString("title"),
                row.getInt("quantity"),
                row.getLong("total_minor"),
                row.getString("currency"),
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
