package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.ErrorCode;
import dev.fanfare.protocol.Excerpt;
import dev.fanfare.protocol.FrameWriter;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.Signer;
import dev.fanfare.protocol.UserData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Signing in, and following who is online, on the connection's loop. Source: protocol section 4. */
final class SigningIn {
    private SigningIn() {}

    static void signIn(Subscriber subscriber, ClientFrame.Signin frame) throws ProtocolException {
        App app = subscriber.app.app();
        if (!app.features().userAuthentication()) {
            throw new ProtocolException(
                    "To sign in, you must enable this feature: user-authentication of the app is off");
        }
        String text = Signer.userText(subscriber.socketId(), frame.userData());
        Subscribing.verify(subscriber, "user auth data", frame.auth(), text);
        UserData data = UserData.parse(frame.userData());
        if (data.id().length() > app.limits().userIdLength()) {
            throw new ProtocolException("The user id has " + data.id().length() + " characters, at most "
                    + app.limits().userIdLength() + " are allowed");
        }
        SignedInUser before = subscriber.user;
        if (before != null && !before.id().equals(data.id())) {
            throw new ProtocolException(
                    "Signed in as user " + before.id() + " already, cannot become " + Excerpt.of(data.id()));
        }
        if (Admission.authorized(subscriber)) {
            enter(subscriber, frame, data);
        }
    }

    private static void enter(Subscriber subscriber, ClientFrame.Signin frame, UserData data) {
        App app = subscriber.app.app();
        SignedInUser before = subscriber.user;
        int limit = app.limits().watchlistSize();
        List<String> watched = List.of();
        if (app.features().watchlists()) {
            watched = data.watchlist().size() <= limit
                    ? data.watchlist()
                    : data.watchlist().subList(0, limit);
        }
        subscriber.user = new SignedInUser(data.id(), data.userInfo(), List.copyOf(watched));
        subscriber.send(FrameWriter.signinSucceeded(frame.userData()));
        if (before == null) {
            AppShard home = subscriber.app.hub.homeOfUser(data.id());
            home.shard.run(() -> home.user(data.id()).signIn(subscriber));
        } else {
            forEachHome(subscriber, before.watched(), (home, ids) -> unwatch(home, ids, subscriber));
        }
        forEachHome(subscriber, watched, (home, ids) -> watch(home, ids, subscriber));
        if (app.features().watchlists() && data.watchlist().size() > limit) {
            subscriber.send(FrameWriter.error(
                    ErrorCode.WATCHLIST_LIMIT,
                    "The watchlist has " + data.watchlist().size() + " users, only the first " + limit
                            + " are watched"));
        }
    }

    static void signOut(Subscriber subscriber) {
        SignedInUser user = subscriber.user;
        if (user == null) {
            return;
        }
        AppShard home = subscriber.app.hub.homeOfUser(user.id());
        home.shard.run(() -> {
            HomeUser known = home.userIfAny(user.id());
            if (known != null) {
                known.signOut(subscriber);
            }
        });
        forEachHome(subscriber, user.watched(), (loop, ids) -> unwatch(loop, ids, subscriber));
    }

    /** On the home loop of the ids: registers the watcher and tells it how they are. */
    private static void watch(AppShard home, List<String> ids, Subscriber watcher) {
        List<String> online = new ArrayList<>();
        List<String> offline = new ArrayList<>();
        for (String id : ids) {
            HomeUser user = home.user(id);
            user.watch(watcher);
            (user.isOnline() ? online : offline).add(id);
        }
        byte[] state = FrameWriter.watchlistEvents(online, offline);
        watcher.app.shard.run(() -> {
            if (!watcher.isLeaving()) {
                watcher.send(state);
            }
        });
    }

    private static void unwatch(AppShard home, List<String> ids, Subscriber watcher) {
        for (String id : ids) {
            HomeUser user = home.userIfAny(id);
            if (user != null) {
                user.unwatch(watcher);
            }
        }
    }

    private static void forEachHome(Subscriber subscriber, List<String> ids, OnHome action) {
        Map<AppShard, List<String>> byHome = new HashMap<>();
        for (String id : ids) {
            byHome.computeIfAbsent(subscriber.app.hub.homeOfUser(id), home -> new ArrayList<>())
                    .add(id);
        }
        byHome.forEach((home, part) -> home.shard.run(() -> action.apply(home, part)));
    }

    @FunctionalInterface
    private interface OnHome {
        void apply(AppShard home, List<String> ids);
    }
}
