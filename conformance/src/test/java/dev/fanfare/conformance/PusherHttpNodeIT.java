package dev.fanfare.conformance;

@Sdk("pusher 5.3.4 (Node)")
class PusherHttpNodeIT extends NodeSdk {
    PusherHttpNodeIT() {
        super("pusher");
    }
}
