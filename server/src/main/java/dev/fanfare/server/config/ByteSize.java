package dev.fanfare.server.config;

/** A number of bytes, plain or in {@code KB}, {@code MB} or {@code GB} of 1024. */
record ByteSize(int min, int max) implements ValueType<Integer> {
    private static final int KB = 1024;
    private static final int MB = 1024 * KB;
    private static final int GB = 1024 * MB;
    private static final String UNLIMITED = "unlimited";

    @Override
    public Integer read(String text) {
        if (text.equals(UNLIMITED) && max == Integer.MAX_VALUE) {
            return max;
        }
        if (text.endsWith("KB")) {
            return times(text, 2, KB);
        }
        if (text.endsWith("MB")) {
            return times(text, 2, MB);
        }
        if (text.endsWith("GB")) {
            return times(text, 2, GB);
        }
        return times(text, text.endsWith("B") ? 1 : 0, 1);
    }

    private static int times(String text, int unitLength, int unit) {
        long size = Long.parseLong(text.substring(0, text.length() - unitLength).trim());
        return Math.toIntExact(Math.multiplyExact(size, (long) unit));
    }

    @Override
    public String show(Integer value) {
        if (value == Integer.MAX_VALUE) {
            return UNLIMITED;
        }
        if (value >= GB && value % GB == 0) {
            return value / GB + "GB";
        }
        if (value >= MB && value % MB == 0) {
            return value / MB + "MB";
        }
        return value >= KB && value % KB == 0 ? value / KB + "KB" : value + "B";
    }

    @Override
    public String expected() {
        return max == Integer.MAX_VALUE
                ? "a size from " + show(min) + " such as 10KB, or `unlimited`"
                : "a size from " + show(min) + " to " + show(max) + " such as 10KB";
    }

    @Override
    public boolean accepts(Integer value) {
        return value >= min && value <= max;
    }
}
