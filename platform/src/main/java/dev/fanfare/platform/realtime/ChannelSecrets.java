package dev.fanfare.platform.realtime;

import dev.fanfare.platform.web.Ids;
import dev.fanfare.sdk.systems.pseudonym.Pseudonyms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What makes names for channels that tell nobody what they stand for: the same ones for as long as there is the database. */
@Component
public class ChannelSecrets {
    private final JdbcClient database;

    ChannelSecrets(JdbcClient database) {
        this.database = database;
    }

    /** @param purpose such as {@code auctions}; for another one the names are others */
    public Pseudonyms pseudonyms(String purpose) {
        database.sql("insert into channel_secret (purpose, secret) values (?, ?) on conflict do nothing")
                .params(purpose, Ids.next() + Ids.next())
                .update();
        return Pseudonyms.of(database.sql("select secret from channel_secret where purpose = ?")
                .param(purpose)
                .query(String.class)
                .single());
    }
}
