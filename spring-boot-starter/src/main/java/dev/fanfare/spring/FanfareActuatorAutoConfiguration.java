package dev.fanfare.spring;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Keeps secrets out of what Actuator shows, also where {@code show-values} is {@code always}. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class FanfareActuatorAutoConfiguration {
    private static final String PROPERTIES = "(?i)fanfare[._-]?(app[._-]?)?(secret|encryption[._-]?master[._-]?key)";
    private static final String VARIABLES = "(?i)pusher_(secret|encryption_master_key_base64)";

    @Bean
    SanitizingFunction fanfareSecrets() {
        return SanitizingFunction.sanitizeValue()
                .ifKeyMatches(key -> key.matches(PROPERTIES) || key.matches(VARIABLES));
    }
}
