package dev.fanfare.server.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How another server writes a value, and how that is written here. */
enum AliasForm {
    SAME("") {
        @Override
        String here(String text) {
            return text;
        }
    },
    FLAG("1, 0, true or false") {
        @Override
        @Nullable
        String here(String text) {
            return switch (text) {
                case "1", "true", "(true)" -> "true";
                case "0", "false", "(false)" -> "false";
                default -> null;
            };
        }
    },
    /** A number, or -1 for none. */
    LIMIT("a whole number, or -1 for no limit") {
        @Override
        @Nullable
        String here(String text) {
            return text.equals("-1") ? "unlimited" : isWhole(text) ? text : null;
        }
    },
    MILLISECONDS("a whole number of milliseconds") {
        @Override
        @Nullable
        String here(String text) {
            return isWhole(text) ? text + "ms" : null;
        }
    },
    SECONDS("a whole number of seconds") {
        @Override
        @Nullable
        String here(String text) {
            return isWhole(text) ? text + "s" : null;
        }
    },
    KILOBYTES("a number of kilobytes") {
        @Override
        @Nullable
        String here(String text) {
            return text.matches("\\d{1,9}(\\.\\d{1,9})?")
                    ? new BigDecimal(text)
                            .multiply(KB)
                            .setScale(0, RoundingMode.HALF_UP)
                            .toString()
                    : null;
        }
    },
    PERCENT("a whole number of percent") {
        @Override
        @Nullable
        String here(String text) {
            return isWhole(text) ? text + "%" : null;
        }
    },
    /** soketi's {@code DEBUG}. */
    DEBUG("1, 0, true or false") {
        @Override
        @Nullable
        String here(String text) {
            String flag = FLAG.here(text);
            return flag == null ? null : flag.equals("true") ? "debug" : "info";
        }
    },
    /** From whom Reverb takes client events; here they come from subscribers of the channel, or from nobody. */
    SENDERS("all, members or none") {
        @Override
        @Nullable
        String here(String text) {
            return switch (text) {
                case "all", "members" -> "true";
                case "none" -> "false";
                default -> null;
            };
        }
    };

    private static final BigDecimal KB = BigDecimal.valueOf(1024);

    private final String expected;

    AliasForm(String expected) {
        this.expected = expected;
    }

    /** The value as it is written here, or null if it is not written as it should be. */
    abstract @Nullable String here(String text);

    /** What is accepted, to follow "expected". */
    String expected() {
        return expected;
    }

    private static boolean isWhole(String text) {
        return text.matches("\\d{1,18}");
    }
}
