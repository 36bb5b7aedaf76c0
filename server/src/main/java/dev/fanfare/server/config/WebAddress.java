package dev.fanfare.server.config;

import java.net.URI;

/** An address of http or https. */
record WebAddress() implements ValueType<URI> {
    @Override
    public URI read(String text) {
        return URI.create(text);
    }

    @Override
    public String show(URI value) {
        return value.toString();
    }

    @Override
    public String expected() {
        return "an address such as https://example.com/hooks";
    }

    @Override
    public boolean accepts(URI value) {
        String scheme = value.getScheme();
        return ("http".equals(scheme) || "https".equals(scheme))
                && value.getHost() != null
                && value.getUserInfo() == null;
    }
}
