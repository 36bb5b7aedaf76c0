package dev.fanfare.sdk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.fanfare.testsupport.HouseRules;

@AnalyzeClasses(packages = "dev.fanfare.sdk", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule NO_NETTY_NO_GSON_NO_SERVER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "com.google.gson..", "dev.fanfare.server..", "dev.fanfare.engine..");

    @ArchTest
    static final ArchRule THE_API_KNOWS_NO_PROVIDER = noClasses()
            .that()
            .resideInAPackage("dev.fanfare.sdk")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.fanfare.sdk.pusher..", "dev.fanfare.sdk.recording..");
}
