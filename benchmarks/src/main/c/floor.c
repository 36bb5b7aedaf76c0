/*
 * The floor: what the system calls of a Pusher server cost when it does nearly nothing else.
 *
 *     floor PORT
 *
 * One thread, epoll, loopback only. It knows just enough of the protocol to be put under load: handshake, subscribe and
 * unsubscribe, client events, presence, POST /events. It checks neither signatures nor JSON nor limits, and must not be
 * used for anything else. What is to be sent to a socket is queued until all input of one epoll_wait has been handled,
 * then written with one writev.
 */
#define _GNU_SOURCE
#include "channels.h"
#include "handshake.h"
#include "sockets.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>

enum { INPUT = 1 << 20, EVENTS = 512 };

static uint8_t input[INPUT];
static uint32_t last_socket_id;

static void upgrade(struct peer *peer, const char *head, const char *head_end) {
    const char *key = strcasestr(head, "\r\nsec-websocket-key: ");
    if (!key || key > head_end) {
        return;
    }
    char answer[29], response[512];
    handshake_answer(key + 21, answer);
    struct text hello = {0};
    append(&hello, "{\"event\":\"pusher:connection_established\",\"data\":\"{\\\"socket_id\\\":\\\"1.%u\\\","
                   "\\\"activity_timeout\\\":120}\"}", ++last_socket_id);
    struct frame *frame = frame_of(hello.chars, hello.length);
    int length = snprintf(response, sizeof response,
                          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Accept: %s\r\n\r\n", answer);
    memcpy(response + length, frame->bytes, frame->size);
    send_now(peer, response, (size_t)length + frame->size);
    peer->websocket = true;
    release(frame);
    free(hello.chars);
}

static void publish(const char *body, size_t size) {
    struct part name = string_of(body, size, "\"name\":\"");
    struct part channel = string_of(body, size, "\"channels\":[\"");
    struct part data = string_of(body, size, "\"data\":\"");
    struct channel *to = channel.at && name.at && data.at ? channel_named(channel, false) : NULL;
    if (!to) {
        return;
    }
    static struct text json;
    json.length = 0;
    append_bytes(&json, "{\"event\":\"", 10);
    append_bytes(&json, name.at, name.size);
    append_bytes(&json, "\",\"channel\":\"", 13);
    append_bytes(&json, channel.at, channel.size);
    append_bytes(&json, "\",\"data\":\"", 10);
    append_bytes(&json, data.at, data.size);
    append_bytes(&json, "\"}", 2);
    deliver(to, json.chars, json.length, NULL);
}

/* Returns how many of the bytes one whole request took, 0 if there is none. The bytes end with a zero. */
static size_t request(struct peer *peer, const char *bytes, size_t size) {
    const char *head_end = memmem(bytes, size, "\r\n\r\n", 4);
    if (!head_end) {
        return 0;
    }
    size_t head = (size_t)(head_end - bytes) + 4;
    if (memcmp(bytes, "POST ", 5) != 0) {
        upgrade(peer, bytes, head_end);
        return head;
    }
    const char *length = strcasestr(bytes, "\r\ncontent-length:");
    size_t body = length && length < head_end ? strtoul(length + 17, NULL, 10) : 0;
    if (size < head + body) {
        return 0;
    }
    publish(bytes + head, body);
    static const char done[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    send_now(peer, done, sizeof done - 1);
    return head + body;
}

static void text_message(struct peer *peer, const char *json, size_t size) {
    struct part event = string_of(json, size, "\"event\":\"");
    struct part name = string_of(json, size, "\"channel\":\"");
    if (!event.at || !name.at) {
        return;
    }
    if (starts_with(event, "client-")) {
        struct channel *channel = channel_named(name, false);
        if (channel) {
            deliver(channel, json, size, peer);
        }
    } else if (starts_with(event, "pusher:subscribe")) {
        subscribe(peer, channel_named(name, true), string_of(json, size, "\"channel_data\":\""));
    } else if (starts_with(event, "pusher:unsubscribe")) {
        unsubscribe(peer, channel_named(name, false));
    }
}

/* Returns how many of the bytes one whole frame took, 0 if there is none; -1 if the peer is leaving. */
static ssize_t frame_in(struct peer *peer, uint8_t *bytes, size_t size) {
    if (size < 8) {
        return 0;
    }
    size_t length = bytes[1] & 127, head = 6;
    if (length == 126) {
        length = (size_t)bytes[2] << 8 | bytes[3], head = 8;
    } else if (length == 127) {
        return -1;
    }
    if (size < head + length) {
        return 0;
    }
    const uint8_t *mask = bytes + head - 4;
    uint8_t *text = bytes + head;
    for (size_t i = 0; i < length; i++) {
        text[i] ^= mask[i & 3];
    }
    int opcode = bytes[0] & 15;
    if (opcode == 1) {
        text_message(peer, (char *)text, length);
    }
    return opcode == 8 ? -1 : (ssize_t)(head + length);
}

static void leave(struct peer *peer) {
    unsubscribe_all(peer);
    peer_close(peer);
}

static void receive(struct peer *peer) {
    size_t size = take_rest(peer, input);
    ssize_t received = recv(peer->fd, input + size, INPUT - 1 - size, 0);
    if (received <= 0) {
        leave(peer);
        return;
    }
    size += (size_t)received;
    input[size] = 0;
    size_t used = 0;
    while (used < size) {
        ssize_t taken = peer->websocket ? frame_in(peer, input + used, size - used)
                                        : (ssize_t)request(peer, (char *)input + used, size - used);
        if (taken < 0) {
            leave(peer);
            return;
        }
        if (taken == 0) {
            break;
        }
        used += (size_t)taken;
    }
    keep_rest(peer, input + used, size - used);
}

static int listen_on(int port) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1;
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&address, sizeof address) || listen(fd, 4096)) {
        fatal("cannot listen");
    }
    return fd;
}

static void accept_all(int listener) {
    for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
        int on = 1;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        peer_open(fd);
    }
}

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: floor PORT\n");
        return 64;
    }
    signal(SIGPIPE, SIG_IGN);
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    int listener = listen_on(atoi(arguments[1]));
    sockets_start(listener, (size_t)files.rlim_max);
    struct epoll_event events[EVENTS];
    for (;;) {
        int ready = epoll_wait(poll_fd, events, EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            if (events[i].data.fd == listener) {
                accept_all(listener);
                continue;
            }
            struct peer *peer = peer_of(events[i].data.fd);
            if (events[i].events & EPOLLOUT) {
                flush(peer);
            }
            if (events[i].events & ~(uint32_t)EPOLLOUT) {
                receive(peer);
            }
        }
        flush_all();
    }
}
