package dev.fanfare.server.log;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A message as one JSON object on one line: time, level, logger, message and, where something was thrown, its stack trace. */
final class JsonLine extends Formatter {
    @Override
    public String format(LogRecord message) {
        StringBuilder line = new StringBuilder(200);
        line.append("{\"time\":\"").append(LogFields.time(message));
        line.append("\",\"level\":\"").append(LogFields.level(message));
        line.append("\",\"logger\":\"");
        appendEscaped(LogFields.logger(message), line);
        line.append("\",\"message\":\"");
        appendEscaped(formatMessage(message), line);
        if (message.getThrown() != null) {
            line.append("\",\"thrown\":\"");
            appendEscaped(LogFields.stackTrace(message.getThrown()), line);
        }
        return line.append("\"}\n").toString();
    }

    private static void appendEscaped(String text, StringBuilder line) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) && !isPaired(text, i)) {
                        line.append("\\u").append(LogFields.hex(c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
    }

    private static boolean isPaired(String text, int index) {
        char c = text.charAt(index);
        return Character.isHighSurrogate(c)
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
}
