package dev.fanfare.platform.poker;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as RFC 4180 has it. What a spreadsheet would calculate stays text, by an apostrophe before it. */
final class Csv {
    private static final String BEGIN_FORMULAS = "=+-@\t\r\n＝＋－＠";

    private final StringBuilder text = new StringBuilder();

    /** Adds a line; null is an empty cell. */
    void line(@Nullable Object... cells) {
        text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        String cell = value == null ? "" : value.toString();
        String plain = cell.stripLeading();
        boolean isFormula = !cell.isEmpty() && BEGIN_FORMULAS.indexOf(cell.charAt(0)) >= 0
                || !plain.isEmpty() && BEGIN_FORMULAS.indexOf(plain.charAt(0)) >= 0;
        return "\"" + (isFormula ? "'" : "") + cell.replace("\"", "\"\"") + "\"";
    }

    String text() {
        return text.toString();
    }
}
