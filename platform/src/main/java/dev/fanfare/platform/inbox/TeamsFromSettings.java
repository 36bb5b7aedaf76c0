package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.tenancy.Tenants;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the teams that settings name and that there are not yet. From then on they are as administrators have them. */
@Component
class TeamsFromSettings implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsFromSettings.class);

    private final InboxSettings settings;
    private final TeamTable table;
    private final Teams teams;
    private final Tenants tenants;
    private final Accounts accounts;

    TeamsFromSettings(InboxSettings settings, TeamTable table, Teams teams, Tenants tenants, Accounts accounts) {
        this.settings = settings;
        this.table = table;
        this.teams = teams;
        this.tenants = tenants;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        settings.teams().stream().filter(team -> !table.exists(team.id())).forEach(this::make);
    }

    private void make(InboxSettings.TeamSetting team) {
        List<String> members = team.members().stream()
                .filter(member -> accounts.find(member) != null && tenants.isMember(team.tenant(), member))
                .toList();
        if (members.size() < team.members().size()) {
            LOG.warn("Not all members of team {} are members of its tenant, only {}", team.id(), members);
        }
        List<String> taken = table.taken(team.id(), team.lines());
        if (!taken.isEmpty()) {
            LOG.warn("Team {} does not get {}, which other teams have", team.id(), taken);
        }
        List<String> lines =
                team.lines().stream().filter(line -> !taken.contains(line)).toList();
        teams.keep(team.id(), team.tenant(), team.name(), members, lines);
    }
}
