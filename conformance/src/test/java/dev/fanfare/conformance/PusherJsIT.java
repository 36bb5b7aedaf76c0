package dev.fanfare.conformance;

@Sdk("pusher-js 8.6.0")
class PusherJsIT extends NodeSdk {
    PusherJsIT() {
        super("pusher-js");
    }
}
