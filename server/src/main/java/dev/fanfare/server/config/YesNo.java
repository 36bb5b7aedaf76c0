package dev.fanfare.server.config;

/** Yes or no. */
record YesNo() implements ValueType<Boolean> {
    @Override
    public Boolean read(String text) {
        if (text.equals("true")) {
            return true;
        }
        if (text.equals("false")) {
            return false;
        }
        throw new IllegalArgumentException("neither");
    }

    @Override
    public String show(Boolean value) {
        return value.toString();
    }

    @Override
    public String expected() {
        return "true or false";
    }

    @Override
    public boolean accepts(Boolean value) {
        return true;
    }
}
