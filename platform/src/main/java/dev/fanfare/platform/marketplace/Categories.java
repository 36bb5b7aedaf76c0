package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.realtime.Queues;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The categories of each tenant. */
@Repository
public class Categories {
    private final JdbcClient database;
    private final Tenants tenants;
    private final Queues queues;

    Categories(JdbcClient database, Tenants tenants, Queues queues) {
        this.database = database;
        this.tenants = tenants;
        this.queues = queues;
    }

    /**
     * A category with the number of products in it that are for sale, sold out or not.
     *
     * @param id also what its presence channel is named after
     */
    record Counted(String id, String name, long products) {}

    /**
     * Makes a category, unless the tenant has one of that name.
     *
     * @return the id of either
     */
    public String add(String tenantId, String name) {
        database.sql("insert into product_category (id, tenant_id, name) values (?, ?, ?) on conflict do nothing")
                .params(Ids.next(), tenantId, name)
                .update();
        return database.sql("select id from product_category where tenant_id = ? and name = ?")
                .params(tenantId, name)
                .query(String.class)
                .single();
    }

    List<Counted> of(String userId) {
        List<String> theirs = tenants.of(userId);
        if (theirs.isEmpty()) {
            return List.of();
        }
        return database.sql("select c.id, c.name, (select count(*) from product p where p.category_id = c.id"
                        + " and not p.withdrawn) as products from product_category c where c.tenant_id in (:tenants)"
                        + " order by c.name, c.id")
                .param("tenants", theirs)
                .query((row, number) ->
                        new Counted(row.getString("id"), row.getString("name"), row.getLong("products")))
                .list();
    }

    /** Null if there is none for that user. */
    @Nullable
    Category find(String id, String userId) {
        Category category = one("select id, tenant_id, name from product_category where id = ?", id);
        return category != null && tenants.isMember(category.tenantId(), userId) ? category : null;
    }

    /** Until the transaction ends nobody else changes it; null if there is none. */
    @Nullable
    Category lock(String id) {
        queues.enter("category " + id);
        return one("select id, tenant_id, name from product_category where id = ? for update", id);
    }

    private @Nullable Category one(String sql, String id) {
        return database.sql(sql)
                .param(id)
                .query(Categories::category)
                .optional()
                .orElse(null);
    }

    /** Whether any products are in it, for sale or not. Whoever calls has locked it. */
    boolean isUsed(String id) {
        return database.sql("select count(*) from product where category_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * What a product is put in: until the transaction ends nobody takes it away.
     *
     * @throws Problem 400 if there is none for that user
     */
    Category chosen(String id, String userId) {
        Category category = lock(id);
        if (category == null || !tenants.isMember(category.tenantId(), userId)) {
            throw Problem.malformed("unknown_category", "There is no category " + id);
        }
        return category;
    }

    /** Those with these ids. */
    Map<String, Category> all(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select id, tenant_id, name from product_category where id in (:ids)")
                .param("ids", ids)
                .query(Categories::category)
                .list()
                .stream()
                .collect(Collectors.toMap(Category::id, Function.identity()));
    }

    private static Category category(ResultSet row, int number) throws SQLException {
        return new Category(row.getString("id"), row.getString("tenant_id"), row.getString("name"));
    }
}
