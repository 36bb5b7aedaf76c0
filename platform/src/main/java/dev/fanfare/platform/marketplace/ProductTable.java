package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.realtime.Queues;
import dev.fanfare.platform.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where products are kept. */
@Repository
class ProductTable {
    private final JdbcClient database;
    private final Queues queues;

    ProductTable(JdbcClient database, Queues queues) {
        this.database = database;
        this.queues = queues;
    }

    boolean isEmpty() {
        return database.sql("select count(*) from product").query(Long.class).single() == 0;
    }

    /** Null if there is none. */
    @Nullable
    Product find(String id) {
        return one("select * from product where id = ?", id);
    }

    /** The same, and until the transaction ends nobody else changes it. */
    @Nullable
    Product lock(String id) {
        queues.enter("product " + id);
        return one("select * from product where id = ? for update", id);
    }

    private @Nullable Product one(String sql, String id) {
        return database.sql(sql)
                .param(id)
                .query(ProductTable::product)
                .optional()
                .orElse(null);
    }

    void add(Product product) {
        String columns =
                "id, tenant_id, category_id, seller_id, title, description, image, price_minor, currency, stock,"
                        + " withdrawn, version, created_at";
        String values = ":id, :tenant, :category, :seller, :title, :description, :image, :price, :currency, :stock,"
                + " :withdrawn, :version, :now";
        with(database.sql("insert into product (" + columns + ") values (" + values + ")"), product)
                .param("tenant", product.tenantId())
                .param("seller", product.sellerId())
                .param("version", product.version())
                .param("now", product.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps a changed product under its next version. Whoever calls has locked it. */
    void save(Product product) {
        with(
                        database.sql("update product set category_id = :category, title = :title,"
                                + " description = :description, image = :image, price_minor = :price,"
                                + " currency = :currency, stock = :stock, withdrawn = :withdrawn,"
                                + " version = version + 1 where id = :id"),
                        product)
                .update();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Product product) {
        return statement
                .param("id", product.id())
                .param("category", product.categoryId())
                .param("title", product.title())
                .param("description", product.description())
                .param("image", product.image())
                .param("price", product.priceMinor())
                .param("currency", product.currency())
                .param("stock", product.stock())
                .param("withdrawn", product.isWithdrawn());
    }

    /** The pictures of products that have one, by their ids. */
    Map<String, String> images(Collection<String> ids) {
        Map<String, String> images = new HashMap<>();
        if (!ids.isEmpty()) {
            database.sql("select id, image from product where id in (:ids) and image is not null")
                    .param("ids", ids)
                    .query(row -> {
                        images.put(row.getString("id"), row.getString("image"));
                    });
        }
        return images;
    }

    /** All that somebody sells or has sold, in the order of their ids. */
    List<Product> soldBy(String sellerId) {
        return database.sql("select * from product where seller_id = ? order by id")
                .param(sellerId)
                .query(ProductTable::product)
                .list();
    }

    /**
     * Which products to look for.
     *
     * @param text in their title or description, in the form of {@link dev.fanfare.platform.web.LikePattern}
     * @param categoryId null for any
     * @param sellerId null for what anybody sells; of somebody's own, also what is withdrawn
     */
    record Query(
            List<String> tenantIds,
            String text,
            @Nullable String categoryId,
            @Nullable String sellerId) {}

    /** The newest first. */
    List<Product> find(Query query, Cursor after, int limit) {
        if (query.tenantIds.isEmpty()) {
            return List.of();
        }
        String category = query.categoryId == null ? "" : " and category_id = :category";
        String seller = query.sellerId == null ? " and not withdrawn" : " and seller_id = :seller";
        JdbcClient.StatementSpec statement = database.sql("select * from product where tenant_id in (:tenants)"
                        + category + seller
                        + " and (lower(title) like :text escape '!' or lower(description) like :text escape '!')"
                        + " and (created_at, id) < (:at, :after) order by created_at desc, id desc limit :limit")
                .param("tenants", query.tenantIds)
                .param("text", query.text)
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("after", after.id())
                .param("limit", limit);
        if (query.categoryId != null) {
            statement = statement.param("category", query.categoryId);
        }
        if (query.sellerId != null) {
            statement = statement.param("seller", query.sellerId);
        }
        return statement.query(ProductTable::product).list();
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getString("id"),
                row.getString("tenant_id"),
                row.getString("category_id"),
                row.getString("seller_id"),
                row.getString("title"),
                row.getString("description"),
                row.getString("image"),
                row.getLong("price_minor"),
                row.getString("currency"),
                row.getInt("stock"),
                row.getBoolean("withdrawn"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
