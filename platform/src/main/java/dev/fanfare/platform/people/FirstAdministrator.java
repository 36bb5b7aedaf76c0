package dev.fanfare.platform.people;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes somebody who can invite the others, in a database without any account: behind those for the demo, which may make some. */
@Component
@Order(2)
class FirstAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AdministratorSettings settings;
    private final Accounts accounts;
    private final Tenants tenants;

    FirstAdministrator(AdministratorSettings settings, Accounts accounts, Tenants tenants) {
        this.settings = settings;
        this.accounts = accounts;
        this.tenants = tenants;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            if (!settings.isMissing()) {
                LOG.info("There are accounts already, so none is made for {}", settings.email());
            }
            return;
        }
        if (settings.isMissing()) {
            LOG.warn("There is no account, so nobody can sign in: start once with PLATFORM_ADMIN_EMAIL and"
                    + " PLATFORM_ADMIN_PASSWORD in the environment, which make the first administrator");
            return;
        }
        settings.check();
        Account administrator =
                new Account(Ids.next(), settings.email(), PlainText.line(settings.name()), null, Role.ADMIN);
        if (accounts.add(administrator, settings.password())) {
            String tenant = Ids.next();
            tenants.add(tenant, PlainText.line(settings.tenant()));
            tenants.admit(tenant, administrator.id());
            LOG.info("{} is the first administrator", settings.email());
        }
    }
}
