package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The categories of all tenants, for administrators. */
@RestController
@RequestMapping("/api/admin/categories")
class CategoryController {
    private final CategoryAdministration categories;

    CategoryController(CategoryAdministration categories) {
        this.categories = categories;
    }

    record Entries(List<CategoryAdministration.Entry> categories) {}

    /** @param tenantId null for one's own */
    record NewCategory(
            @NotBlank @Size(max = 80) String name,
            @Nullable @Size(max = 40) String tenantId) {}

    record NewName(@NotBlank @Size(max = 80) String name) {}

    record View(String id, String name) {
        static View of(Category category) {
            return new View(category.id(), category.name());
        }
    }

    @GetMapping
    Entries list() {
        return new Entries(categories.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View create(@Valid @RequestBody NewCategory wanted, @AuthenticationPrincipal SignedIn user) {
        return View.of(categories.create(user, wanted.name(), wanted.tenantId()));
    }

    @PatchMapping("/{id}")
    View rename(@PathVariable String id, @Valid @RequestBody NewName wanted, @AuthenticationPrincipal SignedIn user) {
        return View.of(categories.rename(user, id, wanted.name()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        categories.delete(user, id);
    }
}
