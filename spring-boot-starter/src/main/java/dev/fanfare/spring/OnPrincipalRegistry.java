package dev.fanfare.spring;

import dev.fanfare.sdk.registry.Registry;
import java.security.Principal;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the application has one registry whose users are {@link Principal}s. */
final class OnPrincipalRegistry extends SpringBootCondition implements ConfigurationCondition {
    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ResolvableType type = ResolvableType.forClassWithGenerics(Registry.class, Principal.class);
        var beans = context.getBeanFactory();
        int found = beans == null ? 0 : beans.getBeanNamesForType(type, true, false).length;
        return new ConditionOutcome(
                found == 1, ConditionMessage.of("The application has " + found + " Registry<Principal>, expected one"));
    }
}
