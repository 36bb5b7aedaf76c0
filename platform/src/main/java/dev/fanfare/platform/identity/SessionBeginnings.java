package dev.fanfare.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Signs people in who have shown who they are. */
@Component
class SessionBeginnings {
    private static final Logger LOG = LoggerFactory.getLogger(SessionBeginnings.class);

    private final Sessions sessions;
    private final SessionCookie cookie;

    SessionBeginnings(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** A new session in place of the one that the browser may have had. */
    ResponseEntity<SessionView> begin(Account account, HttpServletRequest request) {
        String earlier = cookie.token(request);
        if (earlier != null) {
            sessions.end(earlier);
        }
        LOG.info("{} signs in from {}", account.id(), request.getRemoteAddr());
        Sessions.Begun begun = sessions.begin(account.id());
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie.set(request, begun.token(), Sessions.LIFE))
                .body(SessionView.of(begun.token(), account, begun.csrf()));
    }
}
