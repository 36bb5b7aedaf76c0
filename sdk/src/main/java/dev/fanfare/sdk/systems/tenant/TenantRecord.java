package dev.fanfare.sdk.systems.tenant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.Map;

/**
 * Something that a tenant's members have in common.
 *
 * @param type what it is, such as {@code document}
 * @param version greater with each change
 * @param fields whatever else clients are to know of it, beside the three
 */
public record TenantRecord(
        String type, String id, long version, @JsonAnyGetter Map<String, Object> fields) {}
