package dev.fanfare.platform.demo;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Exposure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts whose password everybody knows: only in an empty database, and only while nobody else can reach the platform. */
@Component
@Order(1)
@ConditionalOnBooleanProperty("platform.demo")
class DemoAccounts implements ApplicationRunner {
    private static final String TENANT = "org_123";
    private static final String OTHER_TENANT = "org_999";
    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private final Accounts accounts;
    private final Tenants tenants;
    private final Exposure exposure;

    DemoAccounts(Accounts accounts, Tenants tenants, Exposure exposure) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.exposure = exposure;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (exposure.toOthers()) {
            LOG.warn("No demo accounts, since others can reach the platform; those there were cannot sign in");
            return;
        }
        if (!accounts.isEmpty()) {
            return;
        }
        tenants.add(TENANT, "Lamplight Trading");
        tenants.add(OTHER_TENANT, "Elsewhere Ltd");
        add("ada", "Ada Seller", Role.USER, TENANT);
        add("bob", "Bob Buyer", Role.USER, TENANT);
        add("cleo", "Cleo Buyer", Role.USER, TENANT);
        add("dan", "Dan Desk", Role.ADMIN, TENANT);
        add("eve", "Eve Elsewhere", Role.USER, OTHER_TENANT);
        LOG.info("Demo accounts ada, bob, cleo, dan and eve @demo.test, password `{}`", Accounts.DEMO_PASSWORD);
    }

    private void add(String name, String fullName, Role role, String tenant) {
        accounts.add(new Account(name, name + "@demo.test", fullName, null, role), Accounts.DEMO_PASSWORD);
        tenants.admit(tenant, name);
    }
}
