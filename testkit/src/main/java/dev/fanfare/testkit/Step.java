package dev.fanfare.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a transcript. {@code text} still holds its <code>${…}</code>. */
sealed interface Step {
    /** {@code a @ /app/key?protocol=7 | Header: value} */
    record Connect(String client, String path, Map<String, String> headers) implements Step {}

    /** <code>a> {…}</code> */
    record Send(String client, String text) implements Step {}

    /** {@code a>ping payload} */
    record SendPing(String client, String payload) implements Step {}

    /** <code>a&lt; {…}</code> */
    record Expect(String client, String text) implements Step {}

    /** {@code a<pong payload} */
    record ExpectPong(String client, String payload) implements Step {}

    /** {@code a! 4001}: this close code, then the end of the connection. */
    record ExpectClose(String client, int code) implements Step {}

    /** {@code a.}: nothing more has come. */
    record ExpectNothing(String client) implements Step {}

    /** {@code a-}: the client says goodbye and waits for the server to do so, too. */
    record Leave(String client) implements Step {}

    /** {@code a~}: the client is gone without a word. */
    record Drop(String client) implements Step {}

    /** <code>let ann = {…}</code> */
    record Let(String name, String value) implements Step {}

    /** <code>POST /apps/app-id/events {…}</code>, signed; with the word "unsigned" in front as it is. */
    record Call(String method, String path, String body, boolean signed) implements Step {}

    /** <code>= 200 {…}</code>: the answer to the call before. */
    record Answer(int status, String body) implements Step {}

    Pattern LET = Pattern.compile("let (\\w+) = (.*)");
    Pattern CALL = Pattern.compile("(unsigned )?(GET|POST|PUT|DELETE|PATCH) (\\S+)(?: (.*))?");
    Pattern ANSWER = Pattern.compile("= (\\d{3})(?: (.*))?");
    Pattern CLIENT = Pattern.compile("([a-z]\\w*)?\\s?([@><!.~-])(ping|pong)?(?: (.*))?");

    /** @throws IllegalArgumentException if the line is not one of the above */
    static Step parse(String line) {
        Matcher let = LET.matcher(line);
        if (let.matches()) {
            return new Let(let.group(1), let.group(2));
        }
        Matcher call = CALL.matcher(line);
        if (call.matches()) {
            return new Call(call.group(2), call.group(3), orEmpty(call.group(4)), call.group(1) == null);
        }
        Matcher answer = ANSWER.matcher(line);
        if (answer.matches()) {
            return new Answer(Integer.parseInt(answer.group(1)), orEmpty(answer.group(2)));
        }
        Matcher client = CLIENT.matcher(line);
        if (client.matches()) {
            return ofClient(line, client);
        }
        throw new IllegalArgumentException("Not a line of a transcript: " + line);
    }

    private static Step ofClient(String line, Matcher parts) {
        String client = orEmpty(parts.group(1));
        String text = orEmpty(parts.group(4));
        return switch (parts.group(2) + orEmpty(parts.group(3))) {
            case "@" -> connect(client, text);
            case ">" -> new Send(client, text);
            case ">ping" -> new SendPing(client, text);
            case "<" -> new Expect(client, text);
            case "<pong" -> new ExpectPong(client, text);
            case "!" -> new ExpectClose(client, Integer.parseInt(text));
            case "." -> new ExpectNothing(client);
            case "-" -> new Leave(client);
            case "~" -> new Drop(client);
            default -> throw new IllegalArgumentException("Not a line of a transcript: " + line);
        };
    }

    private static Connect connect(String client, String text) {
        String[] parts = text.split(" \\| ");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] header = parts[i].split(": ", 2);
            headers.put(header[0], header[1]);
        }
        return new Connect(client, parts[0], headers);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
