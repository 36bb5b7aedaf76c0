package dev.fanfare.spring;

import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.registry.TypedRealtime;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a user of the starter writes. */
@SpringBootConfiguration
@EnableAutoConfiguration
class SampleApplication {
    record BidPlaced(String auctionId, long amount) {}

    @Bean
    Registry<Principal> channels() {
        return Registry.<Principal>builder()
                .channel(
                        "auction-{id}", channel -> channel.carries("bid-placed", BidPlaced.class, BidPlaced::auctionId))
                .channel(
                        "private-user-{id}",
                        channel -> channel.allows((user, id) -> user.getName().equals(id)
                                ? Decision.allow("own channel")
                                : Decision.deny("another's channel")))
                .channel(
                        "presence-room-{id}",
                        channel -> channel.allows((user, id) -> Decision.allow("any room"))
                                .showsMember(user -> new Member(user.getName(), null)))
                .build();
    }

    @RestController
    record Bids(TypedRealtime realtime) {
        @PostMapping("/auctions/{id}/bids/{amount}")
        void bid(@PathVariable("id") String id, @PathVariable("amount") long amount) {
            realtime.publish(new BidPlaced(id, amount));
        }
    }

    /** Instead of Spring Security: who somebody is stands in a header. */
    @Bean
    OncePerRequestFilter signIn() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                String name = request.getHeader("X-User");
                chain.doFilter(
                        new HttpServletRequestWrapper(request) {
                            @Override
                            public Principal getUserPrincipal() {
                                return name == null ? null : () -> name;
                            }
                        },
                        response);
            }
        };
    }
}
