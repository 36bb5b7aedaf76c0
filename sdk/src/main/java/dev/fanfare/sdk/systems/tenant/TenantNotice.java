package dev.fanfare.sdk.systems.tenant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.Map;

/**
 * What the members of a tenant are told.
 *
 * @param fields whatever else belongs to it, beside the message
 */
public record TenantNotice(String message, @JsonAnyGetter Map<String, Object> fields) {}
