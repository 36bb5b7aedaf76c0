package dev.fanfare.spring;

import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.registry.Registry;
import java.security.Principal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** An application that has only the starter. Public for a class loader that lacks the rest. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class BareApplication {
    @Bean
    Registry<Principal> channels() {
        return new GameApplication().channels();
    }

    /** Runs it, and says what publishes its events. */
    public static String publisher() {
        try (ConfigurableApplicationContext context =
                SpringApplication.run(BareApplication.class, "--fanfare.provider=recording")) {
            return context.getBean(EventPublisher.class).getClass().getSimpleName();
        }
    }
}
