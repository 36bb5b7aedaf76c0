package dev.fanfare.platform.carrier;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether there is no account with a carrier, and one of our own may stand in. */
public final class NoAccount implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        boolean isDemo = environment.getProperty("platform.demo", Boolean.class, false);
        return value(environment, CarrierConfiguration.SID).isEmpty()
                && value(environment, CarrierConfiguration.TOKEN).isEmpty()
                && environment.getProperty("platform.twilio.local", Boolean.class, isDemo);
    }

    /** Without the quotes that a file of settings may have around it. */
    static String value(Environment environment, String name) {
        return environment.getProperty(name, "").strip().replaceAll("^\"(.*)\"$", "$1");
    }
}
