package dev.fanfare.platform.rooms;

import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Problem;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of those whom a document is for, where it is not for its whole tenant. Its owner is on it. */
@Repository
class DocumentMembers {
    /** Holds for documents {@code d} that {@code :user} may see. */
    static final String VISIBLE = "exists (select 1 from membership t where t.tenant_id = d.tenant_id and"
            + " t.account_id = :user) and (d.access = 'TENANT' or exists (select 1 from document_member m"
            + " where m.document_id = d.id and m.account_id = :user))";

    private final JdbcClient database;
    private final Tenants tenants;

    DocumentMembers(JdbcClient database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    /** Sorted; empty if the document is for its tenant. */
    SortedSet<String> of(String documentId) {
        return new TreeSet<>(database.sql("select account_id from document_member where document_id = ?")
                .param(documentId)
                .query((row, number) -> row.getString(1))
                .list());
    }

    /**
     * Makes a list of those on it, as long as the document is not for its tenant, and of its owner.
     *
     * @return the list as it is now
     * @throws Problem 400 for somebody who is no member of the tenant
     */
    SortedSet<String> replace(Document document, Collection<String> userIds) {
        SortedSet<String> members = new TreeSet<>();
        if (!document.isForTenant()) {
            members.addAll(userIds);
            members.add(document.ownerId());
        }
        database.sql("delete from document_member where document_id = ?")
                .param(document.id())
                .update();
        for (String userId : members) {
            if (!tenants.isMember(document.tenantId(), userId)) {
                throw Problem.malformed("unknown_user", "There is no user " + userId);
            }
            database.sql("insert into document_member (document_id, account_id) values (?, ?)")
                    .params(document.id(), userId)
                    .update();
        }
        return members;
    }

    /** Takes somebody from all lists. */
    void forget(String userId) {
        database.sql("delete from document_member where account_id = ?")
                .param(userId)
                .update();
    }

    /** The ids of all documents that have somebody on their list. */
    List<String> withMember(String userId) {
        return database.sql("select document_id from document_member where account_id = ? order by document_id")
                .param(userId)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
