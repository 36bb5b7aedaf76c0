package dev.fanfare.sdk.systems.inbox;

import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.RegistryBuilder;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Two channels for each contact: one for what happens with it, and a presence one that says who looks at it.
 *
 * @param team who may see a contact
 * @param viewer how they look to the others, without an address
 */
public record InboxChannels<U>(Policy<U> team, Function<U, Member> viewer) implements Consumer<RegistryBuilder<U>> {
    public static final String CONTACT = "private-contact-{contactId}";
    public static final String VIEWERS = "presence-contact-{contactId}";

    @Override
    public void accept(RegistryBuilder<U> registry) {
        registry.channel(CONTACT, channel -> channel.allows(team))
                .channel(VIEWERS, channel -> channel.allows(team).showsMember(viewer))
                .event(MessageRead.class, read -> read.whole(CONTACT, "message:read", MessageRead::contactId))
                .event(
                        ContactUpdated.class,
                        updated -> updated.whole(CONTACT, "contact:updated", ContactUpdated::contactId))
                .event(AgentTyping.class, typing -> typing.whole(VIEWERS, "user:typing", AgentTyping::contactId))
                .event(
                        NoteSaved.class,
                        note -> note.to(CONTACT, "note:created", Note.class, NoteSaved::contactId, NoteSaved::created)
                                .to(CONTACT, "note:updated", Note.class, NoteSaved::contactId, NoteSaved::updated))
                .event(
                        MessageSaved.class,
                        message -> message.to(
                                        CONTACT,
                                        "message:created",
                                        ContactMessage.class,
                                        MessageSaved::contactId,
                                        MessageSaved::created)
                                .to(
                                        CONTACT,
                                        "message:updated",
                                        ContactMessage.class,
                                        MessageSaved::contactId,
                                        MessageSaved::updated));
    }
}
