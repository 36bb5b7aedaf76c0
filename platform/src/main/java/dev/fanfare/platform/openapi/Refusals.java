package dev.fanfare.platform.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** What any route may answer when it does not do what it was asked to. */
final class Refusals {
    private static final Map<String, Refusal> BY_NAME = new LinkedHashMap<>();

    static {
        add("Malformed", 400, "malformed", "Bad Request", "Malformed request", "The request makes no sense");
        add("Unauthenticated", 401, "unauthenticated", "Unauthorized", "Unauthorized", "Nobody is signed in");
        add("Forbidden", 403, "forbidden", "Forbidden", "Access denied", "Somebody else may");
        add("NotFound", 404, "not_found", "Not Found", "Not found", "There is none, or it is not for whoever asks");
        add("Conflict", 409, "conflict", "Conflict", "Not as things are", "It could be done if things stood otherwise");
        add(
                "Stale",
                412,
                "stale",
                "Precondition Failed",
                "Somebody has changed it since it was read",
                "If-Match names another version");
        add("TooLarge", 413, "too_large", "Content Too Large", "Request is too large", "The body is over the limit");
        add("TooMany", 429, "too_many", "Too Many Requests", "Too many requests", "Not yet");
    }

    static final Map<String, Refusal> ALL = Map.copyOf(BY_NAME);

    private Refusals() {}

    /** One of them, and an example of its body. */
    record Refusal(int status, String meaning, Map<String, Object> example) {}

    private static void add(String name, int status, String code, String title, String message, String meaning) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("title", title);
        example.put("status", status);
        example.put("detail", message);
        example.put("code", code);
        example.put("error", message);
        BY_NAME.put(name, new Refusal(status, meaning, example));
    }

    /** The names of those that a route may answer, under their status. */
    static Map<String, String> of(String method, String path, boolean takesBody, boolean open) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("400", "Malformed");
        if (!open || path.contains("session") || path.contains("pusher")) {
            names.put("401", "Unauthenticated");
        }
        names.put("403", "Forbidden");
        if (path.contains("{")) {
            names.put("404", "NotFound");
        }
        if (!method.equals("GET")) {
            names.put("409", "Conflict");
            names.put("429", "TooMany");
        }
        if (method.equals("PATCH")) {
            names.put("412", "Stale");
        }
        if (takesBody) {
            names.put("413", "TooLarge");
        }
        return names;
    }
}
