package dev.fanfare.platform.admin;

import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators what each of them has done. */
@RestController
class ActionController {
    private final Actions actions;

    ActionController(Actions actions) {
        this.actions = actions;
    }

    record Page(List<Actions.Entry> entries, @Nullable String next) {}

    @GetMapping("/api/admin/audit")
    Page list(@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        List<Actions.Entry> found = actions.list(Cursor.parse(cursor), Limits.checked(limit) + 1);
        Slice<Actions.Entry> slice = Slice.of(found, limit, last -> new Cursor(last.at(), last.id()));
        return new Page(slice.items(), slice.next());
    }
}
