package dev.fanfare.sdk.registry;

import dev.fanfare.sdk.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The channels of one pattern: who may subscribe, how a member of them looks, and what happens on them. Built before the registry
 * is, by one thread, and not changed afterwards.
 *
 * @param <U> the application's users
 */
public final class ChannelDeclaration<U> {
    private final ChannelPattern pattern;
    private final List<EventDeclaration> events = new ArrayList<>();
    private final List<Carried<?>> carried = new ArrayList<>();
    private @Nullable Policy<U> policy;
    private @Nullable Function<U, Member> member;
    private @Nullable Class<?> memberInfo;

    /** A record that goes out as it is. */
    record Carried<E>(Class<E> type, Route<E> route) {}

    ChannelDeclaration(ChannelPattern pattern) {
        this.pattern = pattern;
    }

    /** Who may subscribe. Private and presence channels need one. */
    public ChannelDeclaration<U> allows(Policy<U> who) {
        policy = who;
        return this;
    }

    /** How a user looks to the others of a presence channel. Presence channels need it. */
    public ChannelDeclaration<U> showsMember(Function<U, Member> how) {
        member = how;
        return this;
    }

    /**
     * The same, for documents and types that are made of the registry.
     *
     * @param info what {@link Member#info} of such members is
     */
    public ChannelDeclaration<U> showsMember(Class<?> info, Function<U, Member> how) {
        memberInfo = info;
        return showsMember(how);
    }

    /**
     * Something that happens on these channels, and is told of as it is.
     *
     * @param type the record that carries it, used for no other event
     * @param id of its channel
     */
    public <E> ChannelDeclaration<U> carries(String name, Class<E> type, Function<? super E, String> id) {
        return carries(name, type, event -> List.of(id.apply(event)), (event, channel) -> event);
    }

    /** The same on a channel whose pattern has no parameter. */
    public <E> ChannelDeclaration<U> carries(String name, Class<E> type) {
        return carries(name, type, null, (event, channel) -> event);
    }

    private <E> ChannelDeclaration<U> carries(
            String name,
            Class<E> type,
            @Nullable Function<? super E, List<String>> ids,
            BiFunction<E, String, @Nullable Object> whole) {
        EventDeclaration event = new EventDeclaration(name, type, false);
        hears(event);
        carried.add(new Carried<>(type, new Route<>(pattern, event, ids, whole, true)));
        return this;
    }

    void hears(EventDeclaration event) {
        events.add(event);
    }

    public ChannelPattern pattern() {
        return pattern;
    }

    /** What their clients may hear, in the order of its declaration. */
    public List<EventDeclaration> events() {
        return List.copyOf(events);
    }

    List<Carried<?>> carried() {
        return carried;
    }

    /** Null for public channels. */
    public @Nullable Policy<U> policy() {
        return policy;
    }

    /** Null for all but presence channels. */
    public @Nullable Function<U, Member> member() {
        return member;
    }

    /** What the others know of a member besides the id; null if it was not declared. */
    public @Nullable Class<?> memberInfo() {
        return memberInfo;
    }

    /** What is missing, as a sentence, or null. */
    @Nullable
    String problem() {
        if (pattern.requiresAuthorization() && policy == null) {
            return "Channel " + pattern + " says nobody may subscribe: it needs allows(…)";
        }
        if (!pattern.requiresAuthorization() && policy != null) {
            return "Channel " + pattern + " is public, so that its allows(…) would never be asked";
        }
        return pattern.isPresence() && member == null
                ? "Channel " + pattern + " does not say how members look: it needs showsMember(…)"
                : null;
    }
}
