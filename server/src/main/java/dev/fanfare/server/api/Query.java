package dev.fanfare.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, in the order in which they are signed: by name, and those of one name by value, as in
 * {@code channels[]=a&channels[]=b}. Names are in lower case. A plus sign stands for itself where it is signed, unless the
 * method says otherwise.
 */
final class Query {
    private static final int MAX_PARAMETERS = 256;

    private final String[] names;
    private final String[] values;
    private final String[] escapedValues;
    private int count;

    private Query(int capacity) {
        names = new String[capacity];
        values = new String[capacity];
        escapedValues = new String[capacity];
    }

    /**
     * @param text what follows the question mark
     * @throws Problem if a parameter appears twice, or something is escaped wrongly
     */
    static Query parse(String text) throws Problem {
        int parameters = 1;
        for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            parameters++;
        }
        if (parameters > MAX_PARAMETERS) {
            throw Problem.badRequest("Query has " + parameters + " parameters, expected at most " + MAX_PARAMETERS);
        }
        Query query = new Query(parameters);
        int end;
        for (int from = 0; from < text.length(); from = end + 1) {
            int and = text.indexOf('&', from);
            end = and < 0 ? text.length() : and;
            if (end > from) {
                query.add(text, from, end);
            }
        }
        return query;
    }

    private void add(String text, int from, int end) throws Problem {
        int equals = text.indexOf('=', from);
        int nameEnd = equals < 0 || equals > end ? end : equals;
        String name = PercentText.decode(text.substring(from, nameEnd)).toLowerCase(Locale.ROOT);
        insert(name, text.substring(Math.min(nameEnd + 1, end), end));
    }

    /** There are five to eight parameters, mostly in order. */
    private void insert(String name, String escapedValue) throws Problem {
        String value = PercentText.decode(escapedValue);
        int at = count++;
        for (; at > 0; at--) {
            int order = names[at - 1].compareTo(name);
            if (order == 0 && !name.endsWith("[]")) {
                throw Problem.badRequest("Duplicate parameter: " + Excerpt.of(name));
            }
            if (order < 0 || order == 0 && values[at - 1].compareTo(value) <= 0) {
                break;
            }
            names[at] = names[at - 1];
            values[at] = values[at - 1];
            escapedValues[at] = escapedValues[at - 1];
        }
        names[at] = name;
        values[at] = value;
        escapedValues[at] = escapedValue;
    }

    /** The value, or null if the parameter is absent. */
    @Nullable String value(String name) {
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    /** @throws Problem with 401 if the parameter, which is one of the signature's, is absent */
    String required(String name) throws Problem {
        String value = value(name);
        if (value == null) {
            throw Problem.unauthorized(name + " is missing from the query");
        }
        return value;
    }

    /** The value as a form has it, with a plus sign for a space; null if the parameter is absent. */
    @Nullable String formValue(String name) throws Problem {
        List<String> found = formValues(name);
        return found.isEmpty() ? null : found.getFirst();
    }

    List<String> formValues(String name) throws Problem {
        List<String> found = new ArrayList<>(1);
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                found.add(PercentText.decodeForm(escapedValues[i]));
            }
        }
        return found;
    }

    /** What is signed: everything but the signature. */
    String signed() {
        return signed(values);
    }

    /** What is signed by who writes a space as a plus sign. */
    String signedForm() throws Problem {
        String[] formValues = new String[count];
        for (int i = 0; i < count; i++) {
            formValues[i] = PercentText.decodeForm(escapedValues[i]);
        }
        return signed(formValues);
    }

    private String signed(String[] signedValues) {
        StringBuilder text = new StringBuilder(160);
        for (int i = 0; i < count; i++) {
            if (!names[i].equals("auth_signature")) {
                text.append(text.isEmpty() ? "" : "&").append(names[i]).append('=').append(signedValues[i]);
            }
        }
        return text.toString();
    }
}
