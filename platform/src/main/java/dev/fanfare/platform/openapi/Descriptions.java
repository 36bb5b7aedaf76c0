package dev.fanfare.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the files in {@code openapi} say of each route, under its method and its path: one file for each module. */
final class Descriptions {
    private static final String RESOURCES = "classpath:/openapi/*.json";

    private final Map<String, Description> routes;

    private Descriptions(Map<String, Description> routes) {
        this.routes = routes;
    }

    /**
     * What is said of a route.
     *
     * @param request an example of a body; null if there is none
     * @param form the same as a form; null if it takes none
     * @param response an example of what it answers; null if that has no body
     * @param responseType its media type; null for JSON
     * @param status with which it answers; null for 200, or 204 if it has no body
     * @param open whether it answers who is not signed in
     */
    record Description(
            String summary,
            @Nullable String description,
            @Nullable Object request,
            @Nullable String form,
            @Nullable Object response,
            @Nullable String responseType,
            @Nullable String status,
            boolean open) {
        String answer() {
            if (status != null) {
                return status;
            }
            return response == null ? "204" : "200";
        }
    }

    static Descriptions load() {
        JsonMapper strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        Map<String, Description> routes = new LinkedHashMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(RESOURCES)) {
                try (InputStream text = resource.getInputStream()) {
                    routes.putAll(strict.readValue(text, new TypeReference<Map<String, Description>>() {}));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCES + " cannot be read", e);
        }
        return new Descriptions(routes);
    }

    /** Null if nothing is said of it. */
    @Nullable
    Description of(String method, String path) {
        return routes.get(method + " " + path);
    }

    /** The methods and paths of which something is said. */
    Iterable<String> routes() {
        return routes.keySet();
    }
}
