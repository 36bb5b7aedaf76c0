package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Exposure;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What nobody may unless signed in: every route that is not named here. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_POLICY =
            "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:;"
                    + " style-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'self'";
    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    private static final Duration TLS_ONLY = Duration.ofDays(365);

    /** @param cost of those kept from now on; those there are say their own */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${platform.password-cost}") int cost) {
        if (cost < 4 || cost > 31) {
            throw new IllegalArgumentException("platform.password-cost is " + cost + ", expected 4 to 31");
        }
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new LongPasswords(cost)));
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, Sessions sessions, SessionCookie cookie, Exposure exposure, ProblemWriter problems)
            throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(
                                        HttpMethod.POST,
                                        "/api/sessions",
                                        "/api/invitations/look",
                                        "/api/invitations/accept",
                                        "/api/pusher/**",
                                        "/pusher/**",
                                        "/api/webhooks/twilio/**") // signed by who sends them
                                .permitAll()
                                .requestMatchers(
                                        HttpMethod.GET,
                                        "/api/announcements/current",
                                        "/api/demo/accounts",
                                        "/api/openapi.json",
                                        "/api/realtime/config",
                                        "/api/realtime/events",
                                        "/api/realtime/sse",
                                        "/api/time",
                                        "/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**", "/api/admin/**")
                                .hasRole(Account.Role.ADMIN.name())
                                .requestMatchers("/api/**")
                                .authenticated()
                                .anyRequest()
                                .permitAll())
                .addFilterBefore(new SessionFilter(sessions, cookie), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, failure) -> problems.write(response, Problem.unauthenticated()))
                        .accessDeniedHandler((request, response, failure) ->
                                problems.write(response, Problem.forbidden("Access denied"))))
                .headers(headers -> headers(headers, exposure))
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // SessionFilter's
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Spring's own beside: nothing is sniffed, framed, or kept by caches. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, Exposure exposure) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(policy -> policy.maxAgeInSeconds(TLS_ONLY.toSeconds())
                        .requestMatcher(request -> exposure.overTls() || request.isSecure()));
    }
}
