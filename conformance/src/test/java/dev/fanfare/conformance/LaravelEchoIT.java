package dev.fanfare.conformance;

@Sdk("laravel-echo 2.5.0")
class LaravelEchoIT extends NodeSdk {
    LaravelEchoIT() {
        super("laravel-echo");
    }
}
