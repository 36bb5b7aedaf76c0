package dev.fanfare.platform.realtime;

import dev.fanfare.platform.identity.PersonalData;
import org.springframework.stereotype.Component;

/** Which connections somebody had. */
@Component
class ConnectionData implements PersonalData {
    private final ConnectionTable table;
    private final Connections connections;

    ConnectionData(ConnectionTable table, Connections connections) {
        this.table = table;
        this.connections = connections;
    }

    @Override
    public String section() {
        return "connections";
    }

    @Override
    public Object export(String accountId) {
        return table.of(accountId);
    }

    @Override
    public void erase(String accountId) {
        connections.end(accountId, false);
    }
}
