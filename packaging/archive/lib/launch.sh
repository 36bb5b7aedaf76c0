# What starts the server, from the repository (`fanfare`) as from the archive (`bin/fanfare`). Sourced. Plain bash 3.2, and few
# processes: what is here before `exec java` is part of the server's start.

# find_jdk PROGRAM [FOLDER ...]: sets `jdk` to a Java 25, or else the first newer one, that has bin/PROGRAM; empty if there is
# none. FOLDERs are looked at before the usual places.
find_jdk() {
    local program=$1 candidate line major newer= path_java
    shift
    path_java=$(command -v java || true)
    if [ -n "$path_java" ] && path_java=$(readlink -f "$path_java" 2>/dev/null); then
        path_java=${path_java%/bin/java}
    fi
    for candidate in "${JAVA_HOME:-}" "$path_java" "$@" \
        /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* \
        "${HOME:-}"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -x "$candidate/bin/$program" ] && [ -r "$candidate/release" ] || continue
        major=0
        while IFS= read -r line; do
            case $line in
                'JAVA_VERSION="'[0-9]*)
                    major=${line#*\"}
                    major=${major%%[!0-9]*}
                    ;;
            esac
        done <"$candidate/release"
        if [ "$major" -eq 25 ]; then
            jdk=$candidate
            return
        fi
        if [ "$major" -gt 25 ] && [ -z "$newer" ]; then
            newer=$candidate
        fi
    done
    jdk=$newer
}

# read_options FILE NATIVE: sets `options`, an array, to the JVM options of FILE and to those that go by the machine.
# NATIVE is the folder of native libraries.
read_options() {
    local line cores
    options=()
    while IFS= read -r line; do
        case $line in
            '' | '#'*) ;;
            *) options+=("$line") ;;
        esac
    done <"$1"
    cores=$(nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 1)
    if [ "$cores" -gt 2 ]; then
        options+=(-XX:+UseG1GC -XX:MaxGCPauseMillis=20)
    else
        # A small young generation: idle memory follows its size, and next to nothing survives it.
        options+=(-XX:+UseSerialGC -Xmn8m)
    fi
    # Gives back what the compiler took: with glibc, half of what a new connection seems to cost. Elsewhere the JVM cannot.
    case $OSTYPE in
        linux-gnu*) options+=(-XX:TrimNativeHeapInterval=2000) ;;
    esac
    options+=(-Djava.library.path="$2")
}

# record_cache JAR CACHE LOG: a short run that exercises the server and leaves its loaded classes in CACHE. A server that
# runs for real never does that: it would slow its end. Settings are for that one, and left out here.
record_cache() {
    (
        # shellcheck disable=SC2086,SC2046 # lists of names
        unset ${!FANFARE_*} ${!SOKETI_*} ${!REVERB_*}
        exec "$jdk/bin/java" "${options[@]}" -XX:AOTCacheOutput="$2" -cp "$1" dev.fanfare.server.Main --train >"$3" 2>&1
    )
}

# become_main JAR CACHE ARG ...: becomes the server's main class, with the cache if there is one.
become_main() {
    local jar=$1 cache=()
    [ ! -r "$2" ] || cache=(-XX:AOTCache="$2")
    shift 2
    # shellcheck disable=SC2086 # FANFARE_JAVA_OPTS is a list
    exec "$jdk/bin/java" "${options[@]}" ${cache[@]+"${cache[@]}"} -Dio.netty.processId=$$ ${FANFARE_JAVA_OPTS:-} \
        -cp "$jar" dev.fanfare.server.Main "$@"
}
