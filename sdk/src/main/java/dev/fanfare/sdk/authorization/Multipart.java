package dev.fanfare.sdk.authorization;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text fields of a multipart form, as {@code FormData} sends them. Files are not looked at. Source: RFC 7578. */
final class Multipart {
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:\\s*form-data;[^\\n]*?\\bname=\"([^\"]*)\"");

    private Multipart() {}

    /** @param text whose first line is the boundary */
    static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        int endOfLine = text.indexOf('\n');
        if (endOfLine < 0) {
            return fields;
        }
        String boundary = text.substring(0, endOfLine).strip();
        for (String part : text.split(Pattern.quote(boundary))) {
            String normal = part.replace("\r\n", "\n");
            int blank = normal.indexOf("\n\n");
            Matcher name = NAME.matcher(blank < 0 ? "" : normal.substring(0, blank));
            if (name.find()) {
                String value = normal.substring(blank + 2);
                fields.put(name.group(1), value.endsWith("\n") ? value.substring(0, value.length() - 1) : value);
            }
        }
        return fields;
    }
}
