/**
 * Wires the SDK into a Spring Boot application: each auto-configuration is one part, there where the application has what it needs. Start reading at
 * {@link dev.fanfare.spring.FanfareAutoConfiguration}.
 */
@NullMarked
package dev.fanfare.spring;

import org.jspecify.annotations.NullMarked;
