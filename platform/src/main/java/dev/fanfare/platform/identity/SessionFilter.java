package dev.fanfare.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who makes a request, by the session in its cookie or its bearer token. A browser sends cookies along wherever a request comes
 * from, so what changes something needs the session's {@code X-CSRF-Token} as well.
 */
class SessionFilter extends OncePerRequestFilter {
    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** Asked by Pusher SDKs, which know no CSRF token. They change nothing, and other origins cannot read what they answer. */
    private static final Set<String> CHANGING_NOTHING = Set.of(
            "/api/pusher/auth",
            "/pusher/auth",
            "/api/pusher/user-auth",
            "/pusher/user-auth",
            "/api/pusher/auth/batch",
            "/pusher/auth/batch");

    private final Sessions sessions;
    private final SessionCookie cookie;

    SessionFilter(Sessions sessions, SessionCookie cookie) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String bearer = bearer(request);
        String token = token(request, cookie);
        Sessions.Active session = token == null ? null : sessions.find(token);
        if (session != null && (bearer != null || isMeant(request, session))) {
            Account account = session.account();
            var authorities =
                    List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name()));
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            new PreAuthenticatedAuthenticationToken(new SignedIn(account), session, authorities));
        }
        chain.doFilter(request, response);
    }

    /** False if another page may have made the browser send this. */
    private static boolean isMeant(HttpServletRequest request, Sessions.Active session) {
        if (SAFE.contains(request.getMethod()) || CHANGING_NOTHING.contains(request.getServletPath())) {
            return true;
        }
        String sent = request.getHeader(CSRF_HEADER);
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), session.csrf().getBytes(StandardCharsets.UTF_8));
    }

    /** Of the session that a request belongs to; null if it names none. */
    static @Nullable String token(HttpServletRequest request, SessionCookie cookie) {
        String bearer = bearer(request);
        return bearer == null ? cookie.token(request) : bearer;
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }
}
