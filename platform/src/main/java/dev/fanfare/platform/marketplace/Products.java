package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.LikePattern;
import dev.fanfare.platform.web.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What sellers do with products, and who sees them. */
@Service
public class Products {
    private final ProductTable table;
    private final Categories categories;
    private final Tenants tenants;
    private final Clock clock;

    Products(ProductTable table, Categories categories, Tenants tenants, Clock clock) {
        this.table = table;
        this.categories = categories;
        this.tenants = tenants;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return table.isEmpty();
    }

    /**
     * Offers something.
     *
     * @return its id
     * @throws Problem 400 saying what is wrong with it
     */
    @Transactional
    public String offer(String sellerId, NewProduct offer) {
        offer.check();
        Category category = categories.chosen(offer.categoryId(), sellerId);
        Product product = new Product(
                Ids.next(),
                category.tenantId(),
                category.id(),
                sellerId,
                offer.title().strip(),
                offer.description(),
                offer.image(),
                offer.priceMinor(),
                offer.currency(),
                offer.stock(),
                false,
                1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        table.add(product);
        return product.id();
    }

    /**
     * Changes what somebody sells.
     *
     * @param ifMatch as {@link IfMatch} takes it
     * @throws Problem 412 if there is another one by now
     */
    @Transactional
    Product change(String productId, String userId, ProductChange change, String ifMatch) {
        Product product = own(productId, userId);
        IfMatch.check(ifMatch, product.version());
        NewProduct then = change.onto(product);
        then.check();
        Category category = categories.chosen(then.categoryId(), userId);
        if (!category.tenantId().equals(product.tenantId())) {
            throw Problem.malformed("invalid", "categoryId is of another tenant");
        }
        table.save(new Product(
                productId,
                product.tenantId(),
                category.id(),
                userId,
                then.title().strip(),
                then.description(),
                then.image(),
                then.priceMinor(),
                then.currency(),
                then.stock(),
                product.isWithdrawn(),
                product.version(),
                product.createdAt()));
        return find(productId, userId);
    }

    /** Ends the sale. What was ordered is still to be delivered. */
    @Transactional
    Product withdraw(String productId, String userId) {
        Product product = own(productId, userId);
        if (!product.isWithdrawn()) {
            table.save(product.withdrawn());
        }
        return find(productId, userId);
    }

    private Product own(String productId, String userId) {
        Product product = visible(table.lock(productId), userId);
        if (!product.sellerId().equals(userId)) {
            throw Problem.notFound();
        }
        return product;
    }

    /** @throws Problem 404 if there is none for that user */
    Product find(String productId, String userId) {
        return visible(table.find(productId), userId);
    }

    /** The same, and until the transaction ends nobody else changes it. */
    Product lock(String productId, String userId) {
        return visible(table.lock(productId), userId);
    }

    /** Keeps one that has fewer pieces by now. Whoever calls has locked it. */
    void take(Product left) {
        table.save(left);
    }

    /** Pieces can be sold again. */
    void giveBack(String productId, int quantity) {
        Product product = table.lock(productId);
        if (product != null) {
            table.save(product.more(quantity));
        }
    }

    private Product visible(@Nullable Product product, String userId) {
        if (product == null || !tenants.isMember(product.tenantId(), userId)) {
            throw Problem.notFound();
        }
        return product;
    }

    /** Whether there is one for that user. */
    boolean isVisible(String productId, String userId) {
        Product product = table.find(productId);
        return product != null && tenants.isMember(product.tenantId(), userId);
    }

    /**
     * What a user may see, the newest first.
     *
     * @param text in the title or the description, empty for all
     * @param categoryId null for any
     * @param isOwn whether only what the user sells
     */
    List<Product> search(
            String userId, String text, @Nullable String categoryId, boolean isOwn, Cursor after, int limit) {
        return table.find(
                new ProductTable.Query(
                        tenants.of(userId), LikePattern.containing(text), categoryId, isOwn ? userId : null),
                after,
                limit);
    }
}
