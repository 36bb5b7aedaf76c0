package dev.fanfare.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.fanfare.testsupport.HouseRules.haveATestThatExtends;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.fanfare.engine.connection.Connection;
import dev.fanfare.testsupport.HouseRules;

@AnalyzeClasses(packages = "dev.fanfare.server", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("dev.fanfare.server");

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule NOTHING_POINTS_UP_TO_THE_FACADE = HouseRules.nothingPointsUpTo("dev.fanfare.server");

    @ArchTest
    static final ArchRule NETTY_STAYS_IN_TRANSPORT_AND_API = noClasses()
            .that()
            .resideOutsideOfPackages("dev.fanfare.server.transport..", "dev.fanfare.server.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule NETTY_HANDLERS_ARE_NOT_PUBLIC = noClasses()
            .that()
            .areAssignableTo("io.netty.channel.ChannelHandler")
            .should()
            .bePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CONFIGURATION_IS_THE_BOTTOM = noClasses()
            .that()
            .resideInAPackage("dev.fanfare.server.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.fanfare.server.transport..", "dev.fanfare.server.api..");

    @ArchTest
    static final ArchRule NOBODY_WAITS_FOR_A_FUTURE_ON_A_LOOP = HouseRules.nobodyWaitsForAFutureIn(
                    "dev.fanfare.server.transport..", "dev.fanfare.server.api..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule EVERY_CONNECTION_KEEPS_THE_CONTRACT = classes()
            .that()
            .areAssignableTo(Connection.class)
            .and(not(INTERFACES))
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should(haveATestThatExtends("ConnectionContract", TESTS))
            .allowEmptyShould(true);
}
