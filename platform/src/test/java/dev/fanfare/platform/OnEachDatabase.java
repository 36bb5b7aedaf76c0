package dev.fanfare.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs a class of tests once on each {@link Database}: its constructor gets a {@link RunningPlatform}, which it need not close. What
 * pages make of answers is the same on each, so most tests in a browser have one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "on {0}")
@ArgumentsSource(OnEachDatabase.Platforms.class)
public @interface OnEachDatabase {
    Database[] only() default {Database.H2, Database.POSTGRESQL};

    /** Starts each when it is its turn. */
    final class Platforms extends AnnotationBasedArgumentsProvider<OnEachDatabase> {
        @Override
        protected Stream<Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context, OnEachDatabase tests) {
            return Arrays.stream(tests.only())
                    .map(database -> Arguments.of(Named.of(database.name(), RunningPlatform.on(database))));
        }
    }
}
