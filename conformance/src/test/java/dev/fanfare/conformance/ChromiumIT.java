package dev.fanfare.conformance;

@Sdk("pusher-js and laravel-echo in Chromium")
class ChromiumIT extends NodeSdk {
    ChromiumIT() {
        super("chromium");
    }
}
