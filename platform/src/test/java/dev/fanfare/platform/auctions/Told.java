package dev.fanfare.platform.auctions;

import dev.fanfare.platform.RunningPlatform;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/** What auctions have told the rest of the application, in order. */
final class Told implements ApplicationListener<ApplicationEvent> {
    private final List<Object> events = new CopyOnWriteArrayList<>();

    static Told of(RunningPlatform platform) {
        Told told = new Told();
        platform.bean(ApplicationEventMulticaster.class).addApplicationListener(told);
        return told;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> payload) {
            events.add(payload.getPayload());
        }
    }

    <T> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
