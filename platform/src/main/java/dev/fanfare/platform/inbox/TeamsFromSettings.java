package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.tenancy.Tenants;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the teams that settings name as settings have them, each time the platform starts. */
@Component
class TeamsFromSettings implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsFromSettings.class);

    private final InboxSettings settings;
    private final Teams teams;
    private final Tenants tenants;
    private final Accounts accounts;

    TeamsFromSettings(InboxSettings settings, Teams teams, Tenants tenants, Accounts accounts) {
        this.settings = settings;
        this.teams = teams;
        this.tenants = tenants;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (InboxSettings.TeamSetting team : settings.teams()) {
            List<String> members = team.members().stream()
                    .filter(member -> accounts.find(member) != null && tenants.isMember(team.tenant(), member))
                    .toList();
            if (members.size() < team.members().size()) {
                LOG.warn("Not all members of team {} are members of its tenant, only {}", team.id(), members);
            }
            teams.keep(team.id(), team.tenant(), team.name(), members, team.lines());
        }
    }
}
