package dev.fanfare.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.fanfare.testsupport.HouseRules;

@AnalyzeClasses(packages = "dev.fanfare.spring", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule ONLY_THE_SDK_IS_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.fanfare.server..", "dev.fanfare.engine..", "dev.fanfare.embedded..");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOT_PUBLIC =
            classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();

    /** So that an application without a database, health or metrics never loads a class that it lacks. */
    @ArchTest
    static final ArchRule THE_FIRST_PART_NEEDS_NOTHING_OPTIONAL = noClasses()
            .that()
            .haveSimpleNameEndingWith("Properties")
            .or()
            .haveSimpleName("FanfareAutoConfiguration")
            .or()
            .haveSimpleName("Reachability")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.jdbc..",
                    "org.springframework.web..",
                    "org.springframework.boot.health..",
                    "io.micrometer..");
}
