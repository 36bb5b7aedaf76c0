package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.SignedIn;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The teams that whoever asks is in, and who looks at their contacts just now. */
@RestController
class TeamController {
    private final Teams teams;
    private final ContactViewers viewers;
    private final ObjectProvider<DemoTextController> demoTexts;

    TeamController(Teams teams, ContactViewers viewers, ObjectProvider<DemoTextController> demoTexts) {
        this.teams = teams;
        this.viewers = viewers;
        this.demoTexts = demoTexts;
    }

    /** @param demoTexts whether one may write as a contact here */
    record TeamList(List<Teams.Team> teams, boolean demoTexts) {}

    record ViewerList(List<ContactViewers.Viewed> viewers) {}

    @GetMapping("/api/teams")
    TeamList teams(@AuthenticationPrincipal SignedIn user) {
        return new TeamList(teams.of(user.id()), demoTexts.getIfAvailable() != null);
    }

    @GetMapping("/api/contacts/viewers")
    ViewerList viewers(@AuthenticationPrincipal SignedIn user) {
        return new ViewerList(viewers.seenBy(user.id()));
    }
}
