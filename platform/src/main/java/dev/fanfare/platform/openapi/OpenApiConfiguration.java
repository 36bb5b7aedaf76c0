package dev.fanfare.platform.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code GET /api/openapi.json}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static final String BEARER = "bearer";
    static final String COOKIE = "cookie";
    static final String CSRF = "csrf";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Fanfare platform")
                        .version("1")
                        .description(
                                "Auctions, conversations and notifications. Times are ISO 8601 with milliseconds,"
                                        + " money is in minor units, and what is refused is answered with RFC 9457 problem details.")
                        .license(new License().name("Apache 2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The token that signing in answers with."))
                        .addSecuritySchemes(
                                COOKIE,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("fanfare_session")
                                        .description("Set by signing in; over TLS its name is __Host-fanfare_session."))
                        .addSecuritySchemes(
                                CSRF,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-CSRF-Token")
                                        .description("The session's csrfToken, beside the cookie.")));
    }

    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }

    @Bean
    OpenApiCustomizer routeDescriptions() {
        Routes routes = new Routes(Descriptions.load());
        return routes::describe;
    }

    /** Routes stand together with those of their module. */
    @Bean
    OperationCustomizer moduleTags() {
        return (operation, handler) -> {
            String packageName = handler.getBeanType().getPackageName();
            String module = packageName.startsWith("dev.fanfare.platform.")
                    ? packageName.substring("dev.fanfare.platform.".length()).replaceFirst("\\..*", "")
                    : "realtime";
            return operation.tags(List.of(module));
        };
    }
}
