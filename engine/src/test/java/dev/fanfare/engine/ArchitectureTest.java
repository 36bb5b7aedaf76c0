package dev.fanfare.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.fanfare.testsupport.HouseRules.haveATestThatExtends;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.broker.Broker;
import dev.fanfare.testsupport.HouseRules;

@AnalyzeClasses(packages = "dev.fanfare.engine", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("dev.fanfare.engine");

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule NOTHING_POINTS_UP_TO_THE_FACADE = HouseRules.nothingPointsUpTo("dev.fanfare.engine");

    @ArchTest
    static final ArchRule ENGINE_KNOWS_NEITHER_NETTY_NOR_ANY_OTHER_LIBRARY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.fanfare.engine..", "dev.fanfare.protocol..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule NOBODY_WAITS_FOR_A_FUTURE = HouseRules.nobodyWaitsForAFutureIn("dev.fanfare.engine..");

    @ArchTest
    static final ArchRule EVERY_BROKER_KEEPS_THE_CONTRACT = classes()
            .that()
            .areAssignableTo(Broker.class)
            .and(not(INTERFACES))
            .should(haveATestThatExtends("BrokerContract", TESTS));

    @ArchTest
    static final ArchRule ALL_APPS_KEEP_THE_CONTRACT = classes()
            .that()
            .areAssignableTo(Apps.class)
            .and(not(INTERFACES))
            .should(haveATestThatExtends("AppsContract", TESTS));
}
