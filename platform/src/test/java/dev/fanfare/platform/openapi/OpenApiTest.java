package dev.fanfare.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The document against the routes that there are. */
@OnEachDatabase
class OpenApiTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final RunningPlatform platform;
    private final JsonNode document;

    OpenApiTest(RunningPlatform platform) throws IOException, InterruptedException {
        this.platform = platform;
        Answer answer = platform.asNobody().get("/api/openapi.json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        document = answer.json();
    }

    /** Each route as {@code GET /api/x}, without those of the document itself. */
    private Map<String, HandlerMethod> routes() {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        platform.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (!handler.getBeanType().getName().startsWith("org.springdoc")) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapping.getPatternValues().stream()
                                        .filter(path -> path.startsWith("/api/") || path.startsWith("/pusher/"))
                                        .forEach(path -> routes.put(method + " " + path, handler)));
                    }
                });
        return routes;
    }

    private void eachOperation(BiConsumer<String, JsonNode> seen) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> seen.accept(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    private JsonNode operation(String route) {
        String[] parts = route.split(" ");
        return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    @Test
    void itHasEveryRouteAndNoOther() {
        Set<String> described = new TreeSet<>();
        eachOperation((route, operation) -> described.add(route));

        assertThat(described).hasSizeGreaterThan(10).isEqualTo(routes().keySet());
    }

    @Test
    void nothingIsSaidOfARouteThatThereIsNot() {
        assertThat(Descriptions.load().routes()).isSubsetOf(routes().keySet());
    }

    @Test
    void everyRouteHasASummaryAndEveryBodyAnExample() {
        eachOperation((route, operation) -> {
            assertThat(operation.path("summary").asString("")).as(route).isNotBlank();
            for (JsonNode content : operation.path("requestBody").path("content")) {
                assertThat(content.has("example")).as(route).isTrue();
            }
            for (JsonNode response : operation.path("responses")) {
                for (JsonNode content : response.path("content")) {
                    assertThat(content.has("example")).as(route).isTrue();
                }
            }
        });
    }

    @Test
    void everyExampleOfABodyIsOneThatTheRouteReads() {
        ObjectReader reader = platform.bean(JsonMapper.class)
                .reader()
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        routes().forEach((route, handler) -> {
            for (MethodParameter parameter : handler.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(RequestBody.class)) {
                    JsonNode content = operation(route).path("requestBody").path("content");
                    assertThat(content.isEmpty()).as(route).isFalse();
                    if (parameter.getParameterType() != byte[].class) {
                        String example =
                                content.path("application/json").path("example").toString();
                        assertThat((Object) reader.forType(parameter.getParameterType())
                                        .readValue(example))
                                .as(route)
                                .isNotNull();
                    }
                }
            }
        });
    }

    @Test
    void everyExampleOfAnAnswerHasWhatItsSchemaHas() {
        eachOperation((route, operation) -> {
            for (JsonNode response : operation.path("responses")) {
                JsonNode content = response.path("content").path("application/json");
                String reference = content.path("schema").path("$ref").asString("");
                if (!reference.isEmpty()) {
                    JsonNode properties = document.at(reference.substring(1)).path("properties");
                    assertThat(names(content.path("example"))).as(route).isEqualTo(names(properties));
                }
            }
        });
    }

    @Test
    void recordsThatHaveTheSameNameAreNotOne() {
        assertThat(names(document.path("components").path("schemas")))
                .contains("EventLogExcerpt", "NotificationPage", "NotificationMeta", "SessionUserView")
                .doesNotContain("Page");
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    /** The rules of OpenAPI 3.1 that a document made of parts can break. */
    @Test
    void itIsValid() {
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.path("info").path("title").asString()).isNotBlank();
        assertThat(document.path("info").path("version").asString()).isNotBlank();
        List<String> ids = new ArrayList<>();
        eachOperation((route, operation) -> {
            ids.add(operation.path("operationId").asString());
            assertThat(operation.path("responses").isEmpty()).as(route).isFalse();
            Set<String> declared = new TreeSet<>();
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("in").asString().equals("path")) {
                    assertThat(parameter.path("required").asBoolean()).as(route).isTrue();
                    declared.add(parameter.path("name").asString());
                }
            }
            Set<String> inPath = VARIABLE.matcher(route)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(declared).as(route).isEqualTo(inPath);
            for (JsonNode need : operation.path("security")) {
                assertThat(document.path("components").path("securitySchemes").propertyNames())
                        .containsAll(need.propertyNames());
            }
        });
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
        assertThat(document.findValuesAsString("$ref")).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    @Test
    void itSaysHowToSignInAndWhatARefusalLooksLike() {
        JsonNode components = document.path("components");

        assertThat(names(components.path("securitySchemes"))).contains("bearer", "cookie", "csrf");
        assertThat(names(components.path("schemas").path("Problem").path("properties")))
                .contains("status", "code", "error");
        assertThat(names(components.path("responses").path("TooMany").path("headers")))
                .containsExactly("Retry-After");
        assertThat(operation("GET /api/realtime/config").path("security").isEmpty())
                .isTrue();
        assertThat(operation("DELETE /api/sessions").path("security").size()).isEqualTo(2);
    }

    @Test
    void whatItSaysIsOpenAnswersNobodyAndTheRestDoesNot() throws IOException, InterruptedException {
        for (String route : routes().keySet()) {
            if (route.startsWith("GET ")) {
                String path = VARIABLE.matcher(route.substring(4)).replaceAll("x");
                boolean open = operation(route).path("security").isEmpty();

                assertThat(platform.asNobody().get(path).status() != 401)
                        .as(route)
                        .isEqualTo(open);
            }
        }
    }
}
