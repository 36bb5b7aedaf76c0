package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Exposure;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie with a session's token. Over TLS its name begins with {@code __Host-}: browsers then take it from this host only, and
 * neither another one of the same domain nor an answer without TLS can plant one.
 */
@Component
class SessionCookie {
    private static final String NAME = "fanfare_session";
    private static final String TLS_NAME = "__Host-" + NAME;

    private final Exposure exposure;

    SessionCookie(Exposure exposure) {
        this.exposure = exposure;
    }

    private boolean isSecure(HttpServletRequest request) {
        return exposure.overTls() || request.isSecure();
    }

    @Nullable
    String token(HttpServletRequest request) {
        String name = isSecure(request) ? TLS_NAME : NAME;
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** The value of a {@code Set-Cookie} header. */
    String set(HttpServletRequest request, String token, Duration life) {
        boolean secure = isSecure(request);
        return ResponseCookie.from(secure ? TLS_NAME : NAME, token)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }

    /** The same for a browser that is to forget it. */
    String clear(HttpServletRequest request) {
        return set(request, "", Duration.ZERO);
    }
}
