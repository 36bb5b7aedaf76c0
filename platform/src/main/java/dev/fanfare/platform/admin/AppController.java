package dev.fanfare.platform.admin;

import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.administration.Administration;
import dev.fanfare.sdk.administration.AppStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the app of this platform stands at the realtime server. Others that the server may have are not ours to see. */
@RestController
class AppController {
    private final RealtimeService realtime;

    AppController(RealtimeService realtime) {
        this.realtime = realtime;
    }

    record Apps(List<App> apps, boolean serverReachable) {}

    /**
     * An app.
     *
     * @param id null while the server does not say
     * @param usage null while the server does not say
     */
    record App(
            @Nullable String id,
            String name,
            String key,
            @Nullable String plan,
            AppStanding.@Nullable Limits limits,
            AppStanding.@Nullable Usage usage) {}

    @GetMapping("/api/admin/apps")
    Apps apps() {
        String key = realtime.getClientConfig().key();
        try {
            AppStanding standing =
                    ServerAnswers.waitFor(realtime.unwrap(Administration.class).standing());
            return new Apps(
                    List.of(new App(
                            standing.id(), standing.id(), key, standing.plan(), standing.limits(), standing.usage())),
                    true);
        } catch (RealtimeException e) {
            return new Apps(List.of(unknown(key)), e.kind() != RealtimeException.Kind.UNREACHABLE);
        } catch (IllegalArgumentException e) {
            return new Apps(List.of(unknown(key)), false);
        }
    }

    private static App unknown(String key) {
        return new App(null, key, key, null, null, null);
    }
}
