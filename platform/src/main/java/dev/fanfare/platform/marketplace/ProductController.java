package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.platform.web.Slice;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products and their categories over HTTP. */
@RestController
@RequestMapping("/api")
class ProductController {
    private static final Limit OFFERS = new Limit("offers of", 30, Duration.ofMinutes(1));
    private static final int LONGEST_SEARCH = 200;

    private final Products products;
    private final ProductViews views;
    private final Categories categories;
    private final Searches searches;
    private final RateLimits limits;

    ProductController(
            Products products, ProductViews views, Categories categories, Searches searches, RateLimits limits) {
        this.products = products;
        this.views = views;
        this.categories = categories;
        this.searches = searches;
        this.limits = limits;
    }

    record CategoryList(List<Categories.Counted> categories) {}

    /** @param searchKey names the presence channel of the search; null if nothing is searched for */
    record Page(
            List<ProductView> products,
            @Nullable String next,
            @Nullable String searchKey) {}

    @GetMapping("/categories")
    CategoryList categories(@AuthenticationPrincipal SignedIn user) {
        return new CategoryList(categories.of(user.id()));
    }

    @GetMapping("/products")
    Page list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn user) {
        if (q.length() > LONGEST_SEARCH) {
            throw Problem.malformed("invalid", "q is over " + LONGEST_SEARCH + " characters");
        }
        List<Product> found =
                products.search(user.id(), q.strip(), category, mine, Cursor.parse(cursor), Limits.checked(limit) + 1);
        Slice<Product> slice = Slice.of(found, limit, last -> new Cursor(last.createdAt(), last.id()));
        return new Page(views.of(slice.items(), user.id()), slice.next(), searches.key(q, user.id()));
    }

    @GetMapping("/products/{id}")
    ResponseEntity<ProductView> one(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return answer(products.find(id, user.id()), user);
    }

    @PostMapping("/products")
    ResponseEntity<ProductView> offer(@Valid @RequestBody NewProduct offer, @AuthenticationPrincipal SignedIn user) {
        limits.take(OFFERS, user.id());
        Product product = products.find(products.offer(user.id(), offer), user.id());
        return ResponseEntity.created(URI.create("/api/products/" + product.id()))
                .eTag(Long.toString(product.version()))
                .body(views.of(product, user.id()));
    }

    @PatchMapping("/products/{id}")
    ResponseEntity<ProductView> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProductChange change,
            @AuthenticationPrincipal SignedIn user) {
        String seen = IfMatch.required(ifMatch);
        return answer(products.change(id, user.id(), change, seen), user);
    }

    @PostMapping("/products/{id}/withdraw")
    ResponseEntity<ProductView> withdraw(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return answer(products.withdraw(id, user.id()), user);
    }

    private ResponseEntity<ProductView> answer(Product product, SignedIn user) {
        return ResponseEntity.ok().eTag(Long.toString(product.version())).body(views.of(product, user.id()));
    }
}
