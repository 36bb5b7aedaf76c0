package dev.fanfare.platform.rooms;

import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.LikePattern;
import dev.fanfare.platform.web.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds documents that a user may see, page by page, those that were changed last first. */
@Repository
class DocumentSearch {
    private final JdbcClient database;

    DocumentSearch(JdbcClient database) {
        this.database = database;
    }

    /** @param text that the title or the document contains, empty for all */
    Slice<Document> find(String userId, String text, int limit, @Nullable String cursor) {
        Cursor after = Cursor.parse(cursor);
        List<Document> found = database.sql("select d.* from document d where " + DocumentMembers.VISIBLE
                        + " and (lower(d.title) like :text escape '!' or lower(d.body) like :text escape '!')"
                        + " and (d.updated_at < :at or d.updated_at = :at and d.id < :id)"
                        + " order by d.updated_at desc, d.id desc limit :limit")
                .param("user", userId)
                .param("text", LikePattern.containing(text))
                .param("at", DocumentTable.at(after.at()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(DocumentTable::document)
                .list();
        return Slice.of(found, limit, last -> new Cursor(last.last().at(), last.id()));
    }
}
