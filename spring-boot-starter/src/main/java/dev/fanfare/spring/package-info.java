/**
 * Wires the SDK into a Spring Boot application, and holds no logic of its own. Start reading at
 * {@link dev.fanfare.spring.FanfareAutoConfiguration}.
 */
@NullMarked
package dev.fanfare.spring;

import org.jspecify.annotations.NullMarked;
