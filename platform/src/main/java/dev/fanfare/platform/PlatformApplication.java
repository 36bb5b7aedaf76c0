package dev.fanfare.platform;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Auctions, conversations and notifications, with the realtime server inside unless the settings name another. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PlatformApplication {
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Flags.HELP);
            return;
        }
        List<String> settings;
        try {
            settings = Flags.settings(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("fanfare up: " + e.getMessage());
            System.exit(2);
            return;
        }
        SpringApplication.run(PlatformApplication.class, settings.toArray(String[]::new));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
