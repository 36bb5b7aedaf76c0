package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.marketplace.SellersThreads.About;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows products to users. */
@Component
class ProductViews {
    private final Accounts accounts;
    private final Categories categories;
    private final ObjectProvider<SellersThreads> threads;

    ProductViews(Accounts accounts, Categories categories, ObjectProvider<SellersThreads> threads) {
        this.accounts = accounts;
        this.categories = categories;
        this.threads = threads;
    }

    ProductView of(Product product, String userId) {
        return of(List.of(product), userId).getFirst();
    }

    List<ProductView> of(List<Product> products, String userId) {
        Map<String, Person> sellers =
                accounts.people(products.stream().map(Product::sellerId).collect(Collectors.toSet()));
        Map<String, Category> named =
                categories.all(products.stream().map(Product::categoryId).collect(Collectors.toSet()));
        Map<String, String> conversations = conversations(products, userId);
        return products.stream()
                .map(product -> new ProductView(
                        product.id(),
                        product.title(),
                        product.description(),
                        product.image(),
                        product.priceMinor(),
                        product.currency(),
                        product.stock(),
                        product.status().word(),
                        new ProductView.CategoryName(
                                product.categoryId(),
                                Objects.requireNonNull(named.get(product.categoryId()))
                                        .name()),
                        Objects.requireNonNull(sellers.get(product.sellerId())),
                        product.version(),
                        product.createdAt(),
                        new ProductView.You(product.sellerId().equals(userId), conversations.get(product.id()))))
                .toList();
    }

    private Map<String, String> conversations(List<Product> products, String userId) {
        SellersThreads there = threads.getIfAvailable();
        return there == null
                ? Map.of()
                : there.conversationsOf(
                        userId,
                        About.PRODUCT,
                        products.stream()
                                .filter(product -> !product.sellerId().equals(userId))
                                .collect(Collectors.toMap(Product::id, Product::sellerId)));
    }
}
