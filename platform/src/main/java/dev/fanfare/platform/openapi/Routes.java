package dev.fanfare.platform.openapi;

import dev.fanfare.platform.openapi.Descriptions.Description;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds to what is read from the routes what only people know: what each is for, examples, and what may go wrong. */
final class Routes {
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Descriptions descriptions;

    Routes(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    void describe(OpenAPI document) {
        document.getComponents().addSchemas(PROBLEM, problemSchema());
        Refusals.ALL.forEach((name, refusal) -> document.getComponents().addResponses(name, refusal(refusal)));
        document.getPaths().forEach((path, item) -> {
            for (Map.Entry<PathItem.HttpMethod, Operation> route :
                    item.readOperationsMap().entrySet()) {
                String method = route.getKey().name();
                Description description = descriptions.of(method, path);
                if (description != null) {
                    describe(method, path, route.getValue(), description);
                }
            }
        });
    }

    private static void describe(String method, String path, Operation operation, Description description) {
        operation
                .summary(description.summary())
                .description(description.description())
                .operationId(operationId(method, path));
        if (operation.getRequestBody() != null) {
            operation.setRequestBody(requestBody(operation.getRequestBody(), description));
        }
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                description.answer(),
                new ApiResponse()
                        .description("200".equals(description.answer()) ? "What was asked for" : "Done")
                        .content(answer(operation, description)));
        Refusals.of(method, path, operation.getRequestBody() != null, description.open())
                .forEach((status, name) ->
                        responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + name)));
        operation.setResponses(responses);
        operation.setSecurity(description.open() ? List.of() : signedIn(method));
    }

    /** {@code patchNotificationsReadAll}: unique, since methods and paths are. */
    private static String operationId(String method, String path) {
        StringBuilder id = new StringBuilder(method.toLowerCase(Locale.ROOT));
        for (String word : path.replaceFirst("^/api/", "/").split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return path.startsWith("/api/") ? id.toString() : id + "Alias";
    }

    private static List<SecurityRequirement> signedIn(String method) {
        SecurityRequirement cookie = new SecurityRequirement().addList(OpenApiConfiguration.COOKIE);
        return List.of(
                new SecurityRequirement().addList(OpenApiConfiguration.BEARER),
                method.equals("GET") ? cookie : cookie.addList(OpenApiConfiguration.CSRF));
    }

    private static RequestBody requestBody(RequestBody read, Description description) {
        Content content = new Content();
        if (description.form() != null) {
            content.addMediaType(
                    FORM,
                    new MediaType().schema(new Schema<Object>().type("object")).example(description.form()));
        }
        if (description.request() != null) {
            Schema<?> schema = firstSchema(read.getContent());
            boolean isText = schema == null || schema.get$ref() == null;
            content.addMediaType(
                    JSON,
                    new MediaType()
                            .schema(isText ? new Schema<Object>().type("object") : schema)
                            .example(description.request()));
        }
        return new RequestBody().required(true).content(content);
    }

    private static @Nullable Content answer(Operation operation, Description description) {
        if (description.response() == null) {
            return null;
        }
        Schema<?> schema = operation.getResponses().values().stream()
                .map(response -> firstSchema(response.getContent()))
                .filter(found -> found != null && (found.get$ref() != null || found.getItems() != null))
                .findFirst()
                .orElse(null);
        String type = description.responseType() == null ? JSON : description.responseType();
        Schema<?> said = schema == null || !type.equals(JSON)
                ? new Schema<Object>().type(type.equals(JSON) ? "object" : "string")
                : schema;
        return new Content().addMediaType(type, new MediaType().schema(said).example(description.response()));
    }

    private static @Nullable Schema<?> firstSchema(@Nullable Content content) {
        return content == null || content.isEmpty()
                ? null
                : content.values().iterator().next().getSchema();
    }

    private static ApiResponse refusal(Refusals.Refusal refusal) {
        ApiResponse response = new ApiResponse()
                .description(refusal.meaning())
                .content(new Content()
                        .addMediaType(
                                PROBLEM_TYPE,
                                new MediaType()
                                        .schema(new Schema<Object>().$ref("#/components/schemas/" + PROBLEM))
                                        .example(refusal.example())));
        if (refusal.status() == 429) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header().description("Seconds to wait.").schema(new Schema<Integer>().type("integer")));
        }
        return response;
    }

    private static Schema<Object> problemSchema() {
        Map<String, String> text = Map.of(
                "title", "What kind of problem it is.",
                "detail", "What is wrong, for people.",
                "code", "What is wrong, for programs; stays the same when the text changes.",
                "error", "The same as detail, for clients that know no problem details.",
                "instance", "The path that was asked for.");
        Schema<Object> schema = new Schema<Object>().type("object").required(List.of("status", "code", "error"));
        schema.addProperty("status", new Schema<Integer>().type("integer"));
        schema.getProperties()
                .putAll(text.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                property -> new Schema<String>().type("string").description(property.getValue()))));
        return schema;
    }
}
