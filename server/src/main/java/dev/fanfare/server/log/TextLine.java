package dev.fanfare.server.log;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A message on one line for people, with the stack trace, if there is one, on lines of its own below. */
final class TextLine extends Formatter {
    @Override
    public String format(LogRecord message) {
        StringBuilder line = new StringBuilder(160);
        line.append(LogFields.time(message)).append(' ');
        String level = LogFields.level(message);
        line.append(level).append(" ".repeat(Math.max(1, 8 - level.length())));
        line.append(LogFields.logger(message)).append(": ");
        appendPrintable(formatMessage(message), line);
        line.append('\n');
        if (message.getThrown() != null) {
            line.append(LogFields.stackTrace(message.getThrown()));
        }
        return line.toString();
    }

    /** A client that gets a line break into a message must not be able to write a line of its own. */
    private static void appendPrintable(String text, StringBuilder line) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                line.append("\\u").append(LogFields.hex(c));
            } else {
                line.append(c);
            }
        }
    }
}
