package dev.fanfare.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** What holds for the main code of every module. Its {@code ArchitectureTest} takes these rules in and adds its own. */
public final class HouseRules {
    @ArchTest
    public static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Base)")
            .as("Class names say what a class does: no Manager, Helper, Util, Impl or Base");

    @ArchTest
    public static final ArchRule PACKAGES_FORM_NO_CYCLES = slices().matching("dev.fanfare.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .as("The packages of a module form no cycles");

    private HouseRules() {}

    /** A module's root package is a facade: the packages below it do not know it. */
    public static ArchRule nothingPointsUpTo(String facade) {
        return noClasses()
                .that()
                .resideInAPackage(facade + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(facade);
    }

    /** Threads of the classes in these packages never wait for a future: the loop that waits is the one that completes it. */
    public static ArchRule nobodyWaitsForAFutureIn(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callMethodWhere(describe("waits for a future", HouseRules::waits))
                .as("Nobody waits for a future on an event loop: compose it, or hand a task over");
    }

    /**
     * Every concrete class of {@code port} has a test that extends the port's contract and mentions the class.
     *
     * @param contract the simple name of the contract suite, by convention the port's with {@code Contract} behind it
     * @param tests the classes among which such tests are looked for
     */
    public static ArchCondition<JavaClass> haveATestThatExtends(String contract, JavaClasses tests) {
        Set<JavaClass> shown = new HashSet<>();
        for (JavaClass test : tests) {
            if (test.getAllRawSuperclasses().stream()
                    .anyMatch(type -> type.getSimpleName().equals(contract))) {
                test.getDirectDependenciesFromSelf().forEach(dependency -> shown.add(dependency.getTargetClass()));
            }
        }
        return new ArchCondition<>("have a test that extends " + contract) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean satisfied =
                        shown.stream().anyMatch(other -> other.getName().equals(type.getName()));
                String message = type.getName() + (satisfied ? " has" : " has no") + " test that extends " + contract;
                events.add(new SimpleConditionEvent(type, satisfied, message));
            }
        };
    }

    private static boolean waits(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "get" -> owner.isAssignableTo(Future.class);
            case "join" -> owner.isAssignableTo(CompletableFuture.class);
            case "sync", "await", "syncUninterruptibly", "awaitUninterruptibly" ->
                owner.isAssignableTo("io.netty.util.concurrent.Future");
            default -> false;
        };
    }

    private static <T> DescribedPredicate<T> describe(String description, Predicate<T> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
