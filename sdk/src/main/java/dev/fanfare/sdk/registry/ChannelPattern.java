package dev.fanfare.sdk.registry;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.sdk.Checked;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of channels of one sort: a fixed beginning, and behind it an id, which may hold whatever names of channels may.
 *
 * @param prefix never empty
 * @param parameter what the id is of; null if there is one such channel only, whose name is the prefix
 */
public record ChannelPattern(String prefix, @Nullable String parameter) {
    private static final Pattern SPELLING = Pattern.compile("([A-Za-z0-9_=@,.;-]+)(?:\\{([A-Za-z][A-Za-z0-9]*)})?");

    /**
     * @param text such as {@code private-user-{userId}}
     * @throws IllegalArgumentException if it is not a name, or a name with one parameter at its end
     */
    public static ChannelPattern parse(String text) {
        Matcher matcher = SPELLING.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Pattern `" + text
                    + "`, expected the beginning of a channel's name, and at its end {parameter} or nothing");
        }
        return new ChannelPattern(matcher.group(1), matcher.group(2));
    }

    /**
     * The name of the channel with this id; for a pattern without a parameter, of the channel.
     *
     * @param id empty for a pattern without a parameter
     * @throws RealtimeException if the id is empty, has characters that no name may have, is too long, or would make a channel of
     *     another type of it
     */
    public ChannelName channel(String id) {
        if (id.isEmpty() != (parameter == null)) {
            throw new RealtimeException(
                    Kind.INVALID_CHANNEL,
                    id.isEmpty()
                            ? "Channel " + this + " needs an id, got none"
                            : "Channel " + this + " has no id, got one");
        }
        ChannelName name = Checked.channel(prefix + id);
        if (!isOfThisType(name)) {
            throw new RealtimeException(
                    Kind.INVALID_CHANNEL, "Channel " + name + " would be of another type than " + this);
        }
        return name;
    }

    /** The id in a channel's name: empty for a pattern without a parameter; null if the name is not of this pattern. */
    @Nullable
    String id(ChannelName name) {
        String text = name.value();
        if (parameter == null) {
            return text.equals(prefix) ? "" : null;
        }
        boolean fits = text.length() > prefix.length() && text.startsWith(prefix) && isOfThisType(name);
        return fits ? text.substring(prefix.length()) : null;
    }

    private boolean isOfThisType(ChannelName name) {
        ChannelName plain = Checked.channel(parameter == null ? prefix : prefix + "0");
        return name.type() == plain.type() && name.isCached() == plain.isCached();
    }

    /** Whether clients have to be authorized. */
    public boolean requiresAuthorization() {
        return Checked.channel(parameter == null ? prefix : prefix + "0").type().requiresAuthorization();
    }

    public boolean isPresence() {
        return Checked.channel(parameter == null ? prefix : prefix + "0").isPresence();
    }

    @Override
    public String toString() {
        return parameter == null ? prefix : prefix + "{" + parameter + "}";
    }
}
