package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.tenancy.Tenant;
import java.util.List;

/**
 * A team as administrators see it.
 *
 * @param lines its numbers and the carrier's services that it has, in order
 */
record TeamView(String id, String name, Tenant tenant, List<String> lines, List<Person> members) {}
