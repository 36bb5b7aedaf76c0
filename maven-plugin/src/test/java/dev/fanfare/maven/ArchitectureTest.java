package dev.fanfare.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.fanfare.testsupport.HouseRules;

@AnalyzeClasses(packages = "dev.fanfare.maven", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule THE_GOALS_ARE_THE_TOP = HouseRules.nothingPointsUpTo("dev.fanfare.maven");

    @ArchTest
    static final ArchRule ONLY_SCHEMA_LOOKS_AT_JAVA_TYPES = noClasses()
            .that()
            .resideOutsideOfPackage("dev.fanfare.maven.schema")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.victools..", "com.fasterxml..");

    @ArchTest
    static final ArchRule ONLY_GOALS_KNOW_MAVEN = noClasses()
            .that()
            .resideOutsideOfPackage("dev.fanfare.maven")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.maven..");
}
