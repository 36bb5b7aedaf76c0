package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.SignedIn;
import jakarta.validation.Valid;
import java.util.List;
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

/** The teams of all tenants, for administrators. */
@RestController
@RequestMapping("/api/admin/teams")
class TeamAdminController {
    private final TeamAdministration teams;
    private final TeamTable table;

    TeamAdminController(TeamAdministration teams, TeamTable table) {
        this.teams = teams;
        this.table = table;
    }

    record TeamList(List<TeamView> teams) {}

    @GetMapping
    TeamList list() {
        return new TeamList(table.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TeamView create(@Valid @RequestBody NewTeam wanted, @AuthenticationPrincipal SignedIn user) {
        return teams.create(user, wanted);
    }

    @PatchMapping("/{id}")
    TeamView change(
            @PathVariable String id, @Valid @RequestBody TeamChange change, @AuthenticationPrincipal SignedIn user) {
        return teams.change(user, id, change);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        teams.delete(user, id);
    }
}
