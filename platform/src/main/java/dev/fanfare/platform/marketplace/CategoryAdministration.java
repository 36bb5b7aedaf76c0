package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.AdministratorActed;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.tenancy.Tenant;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.work.Ledger;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What administrators do with the categories of all tenants. */
@Component
class CategoryAdministration {
    private final JdbcClient database;
    private final Categories categories;
    private final Tenants tenants;
    private final Ledger ledger;
    private final ApplicationEventPublisher modules;

    CategoryAdministration(
            JdbcClient database,
            Categories categories,
            Tenants tenants,
            Ledger ledger,
            ApplicationEventPublisher modules) {
        this.database = database;
        this.categories = categories;
        this.tenants = tenants;
        this.ledger = ledger;
        this.modules = modules;
    }

    /**
     * A category of any tenant.
     *
     * @param products in it, those that were withdrawn too
     */
    record Entry(String id, String name, Tenant tenant, long products) {}

    /** All of them, by name. */
    List<Entry> all() {
        return database.sql("select c.id, c.name, t.id as tenant_id, t.name as tenant_name,"
                        + " (select count(*) from product p where p.category_id = c.id) as products"
                        + " from product_category c join tenant t on t.id = c.tenant_id order by c.name, t.name, c.id")
                .query((row, number) -> new Entry(
                        row.getString("id"),
                        row.getString("name"),
                        new Tenant(row.getString("tenant_id"), row.getString("tenant_name")),
                        row.getLong("products")))
                .list();
    }

    /**
     * Makes a category.
     *
     * @param tenantId null for the first tenant of whoever makes it
     * @throws Problem 400 if there is no such tenant, 403 to who belongs to none, 409 if the tenant has one of that name
     */
    Category create(SignedIn by, String wanted, @Nullable String tenantId) {
        Category category = new Category(Ids.next(), tenant(by, tenantId), PlainText.required("name", wanted));
        return named(() -> {
            database.sql("insert into product_category (id, tenant_id, name) values (?, ?, ?)")
                    .params(category.id(), category.tenantId(), category.name())
                    .update();
            modules.publishEvent(new AdministratorActed(by, "category.create", category.id(), category.name()));
            return category;
        });
    }

    private String tenant(SignedIn by, @Nullable String tenantId) {
        if (tenantId == null) {
            return tenants.of(by.id()).stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.forbidden("no_tenant", "You belong to no tenant"));
        }
        if (tenants.find(tenantId) == null) {
            throw Problem.malformed("unknown_tenant", "There is no tenant " + tenantId);
        }
        return tenantId;
    }

    /** @throws Problem 404 if there is none, 409 if the tenant has another one of that name */
    Category rename(SignedIn by, String id, String wanted) {
        String name = PlainText.required("name", wanted);
        return named(() -> {
            Category before = locked(id);
            if (!name.equals(before.name())) {
                database.sql("update product_category set name = ? where id = ?")
                        .params(name, id)
                        .update();
                modules.publishEvent(
                        new AdministratorActed(by, "category.rename", id, before.name() + "; now " + name));
            }
            return new Category(id, before.tenantId(), name);
        });
    }

    /** @throws Problem 404 if there is none, 409 if a product is in it, for sale or not */
    void delete(SignedIn by, String id) {
        ledger.change(() -> {
            Category category = locked(id);
            if (categories.isUsed(id)) {
                throw Problem.conflict("category_in_use", "There are products in the category", Map.of());
            }
            database.sql("delete from product_category where id = ?").param(id).update();
            modules.publishEvent(new AdministratorActed(by, "category.delete", id, category.name()));
            return true;
        });
    }

    private Category locked(String id) {
        Category category = categories.lock(id);
        if (category == null) {
            throw Problem.notFound();
        }
        return category;
    }

    private Category named(Supplier<Category> change) {
        try {
            return ledger.change(change);
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("name_taken", "The tenant has a category of that name", Map.of());
        }
    }
}
