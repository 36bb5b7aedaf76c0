package dev.fanfare.platform.rooms;

import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.LikePattern;
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

    /** @param next where the next page begins, null if this is the last */
    record Page(List<Document> documents, @Nullable String next) {}

    /** @param text that the title or the document contains, empty for all */
    Page find(String userId, String text, int limit, @Nullable String cursor) {
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
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        Document last = found.get(limit - 1);
        return new Page(found.subList(0, limit), new Cursor(last.last().at(), last.id()).text());
    }
}
