package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.AdministratorActed;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What administrators do with teams, of any tenant. */
@Component
class TeamAdministration {
    private final TeamTable table;
    private final Teams teams;
    private final TeamLeaving leaving;
    private final Tenants tenants;
    private final Desk desk;
    private final ApplicationEventPublisher modules;

    TeamAdministration(
            TeamTable table,
            Teams teams,
            TeamLeaving leaving,
            Tenants tenants,
            Desk desk,
            ApplicationEventPublisher modules) {
        this.table = table;
        this.teams = teams;
        this.leaving = leaving;
        this.tenants = tenants;
        this.desk = desk;
        this.modules = modules;
    }

    /** @throws Problem 400 for what makes no sense, 409 if another team has one of the lines */
    TeamView create(SignedIn by, NewTeam wanted) {
        String name = PlainText.required("name", wanted.name());
        List<String> lines = normal(wanted.lines());
        if (tenants.find(wanted.tenantId()) == null) {
            throw Problem.malformed("unknown_tenant", "There is no tenant " + wanted.tenantId());
        }
        String id = Ids.next();
        return withLines(id, lines, () -> {
            table.add(id, wanted.tenantId(), name);
            SortedSet<String> members = admitted(wanted.tenantId(), wanted.memberIds());
            table.replaceMembers(id, members);
            table.replaceLines(id, lines);
            String detail = String.join("; ", name, linesOf(lines), membersOf(members));
            modules.publishEvent(new AdministratorActed(by, "team.create", id, detail));
            return existing(id);
        });
    }

    /** @throws Problem 404 if there is none, 400 for what makes no sense, 409 if another team has one of the lines */
    TeamView change(SignedIn by, String id, TeamChange change) {
        String name = change.name() == null ? null : PlainText.required("name", change.name());
        List<String> lines = change.lines() == null ? null : normal(change.lines());
        return withLines(id, lines == null ? List.of() : lines, () -> {
            TeamView before = locked(id);
            List<String> said = new ArrayList<>();
            if (name != null && !name.equals(before.name())) {
                table.rename(id, name);
                said.add("now " + name);
            }
            if (lines != null && !lines.equals(before.lines())) {
                table.replaceLines(id, lines);
                said.add(linesOf(lines));
            }
            if (change.memberIds() != null) {
                said.addAll(regrouped(before, change.memberIds()));
            }
            if (said.isEmpty()) {
                return before;
            }
            said.addFirst(before.name());
            modules.publishEvent(new AdministratorActed(by, "team.change", id, String.join("; ", said)));
            return existing(id);
        });
    }

    /** @return what is to be said of it: nothing if its members are the same as before */
    private List<String> regrouped(TeamView team, List<String> memberIds) {
        SortedSet<String> before = new TreeSet<>(teams.members(team.id()));
        SortedSet<String> after = admitted(team.tenant().id(), memberIds);
        if (after.equals(before)) {
            return List.of();
        }
        table.replaceMembers(team.id(), after);
        leaving.told(team.id(), before, after);
        return List.of(membersOf(after));
    }

    /** @throws Problem 404 if there is none, 409 if it has contacts, which nobody would see any more */
    void delete(SignedIn by, String id) {
        desk.ledger().change(() -> {
            TeamView team = locked(id);
            if (table.latestContact(id) != null) {
                throw Problem.conflict("team_in_use", "The team has contacts", Map.of());
            }
            table.delete(id);
            modules.publishEvent(new AdministratorActed(by, "team.delete", id, team.name()));
            return true;
        });
    }

    private TeamView withLines(String id, List<String> lines, Supplier<TeamView> change) {
        try {
            return desk.ledger().change(change);
        } catch (DuplicateKeyException e) {
            List<String> taken = table.taken(id, lines);
            throw Problem.conflict(
                    "line_taken",
                    "Another team has " + (taken.isEmpty() ? "one of the lines" : String.join(", ", taken)),
                    Map.of("lines", taken));
        }
    }

    private TeamView locked(String id) {
        if (!table.lock(id)) {
            throw Problem.notFound();
        }
        return existing(id);
    }

    private TeamView existing(String id) {
        return Objects.requireNonNull(table.find(id));
    }

    private SortedSet<String> admitted(String tenantId, List<String> memberIds) {
        for (String member : memberIds) {
            if (!tenants.isMember(tenantId, member)) {
                throw Problem.malformed("unknown_user", member + " is nobody of the team's tenant");
            }
        }
        return new TreeSet<>(memberIds);
    }

    private List<String> normal(List<String> lines) {
        return lines.stream().map(desk.numbers()::line).distinct().toList();
    }

    private static String linesOf(List<String> lines) {
        return lines.isEmpty() ? "no lines" : "lines " + String.join(", ", lines);
    }

    private static String membersOf(SortedSet<String> members) {
        return members.isEmpty() ? "no members" : "members " + String.join(", ", members);
    }
}
