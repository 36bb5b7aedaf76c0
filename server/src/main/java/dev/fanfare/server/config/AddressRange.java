package dev.fanfare.server.config;

/** An address or a block of them. */
record AddressRange() implements ValueType<AddressBlock> {
    @Override
    public AddressBlock read(String text) {
        return AddressBlock.parse(text);
    }

    @Override
    public String show(AddressBlock value) {
        return value.toString();
    }

    @Override
    public String expected() {
        return "an address such as 10.0.0.1, or a block such as 10.0.0.0/8";
    }

    @Override
    public boolean accepts(AddressBlock value) {
        return true;
    }
}
