package dev.fanfare.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.ManagedAccounts;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody can administer the platform, whatever administrators do. */
@OnEachDatabase
class LastAdministratorTest {
    private final RunningPlatform platform;

    LastAdministratorTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Answer dans(String json) throws IOException, InterruptedException {
        return new Colleague(platform, "dan", "dan@demo.test", "").change(json);
    }

    private static void assertStays(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.json().path("code").asString()).isEqualTo("last_administrator");
    }

    @Test
    void theLastOneIsNeitherLoweredNorDeactivatedHoweverManyAreInvitedOrDeactivated()
            throws IOException, InterruptedException {
        Colleague.invited(platform, "ADMIN");
        Colleague gone = Colleague.joined(platform, "ADMIN");
        assertThat(gone.change("{\"isActive\":false}").status()).isEqualTo(200);

        assertStays(dans("{\"role\":\"USER\"}"));
        assertStays(dans("{\"isActive\":false}"));
        assertThat(dans("{\"role\":\"ADMIN\",\"isActive\":true}").status()).isEqualTo(200);
    }

    @Test
    void ofTheLastTwoOneStaysAlsoIfBothGoAtOnce() throws IOException, InterruptedException {
        Colleague fay = Colleague.joined(platform, "ADMIN");
        ManagedAccounts managed = platform.bean(ManagedAccounts.class);
        Accounts accounts = platform.bean(Accounts.class);
        AtomicReference<Future<Answer>> dans = new AtomicReference<>();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            platform.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                assertThat(accounts.administrators()).containsExactlyInAnyOrder("dan", fay.id());
                dans.set(other.submit(() -> dans("{\"role\":\"AGENT\"}")));
                assertThat(dans.get()).failsWithin(Duration.ofMillis(500)).withThrowableOfType(TimeoutException.class);
                managed.change(Objects.requireNonNull(managed.lock(fay.id())), "Fay", Role.USER, true);
            });

            assertThat(dans.get()).succeedsWithin(Duration.ofSeconds(10)).satisfies(LastAdministratorTest::assertStays);
        }
    }
}
