/* Sockets, and the frames that wait to be written to them. A peer is found by its file descriptor. */
#pragma once
#include "text.h"

#include <errno.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

/* An encoded WebSocket frame, shared by all queues it is in. */
struct frame {
    uint32_t references, size;
    uint8_t bytes[];
};

struct subscription;

struct peer {
    int fd;
    bool websocket, due, blocked;       /* due: written at the end of the turn; blocked: waits for EPOLLOUT */
    uint32_t queued, capacity, written; /* written: bytes of the first frame that are out already */
    struct frame **queue;
    struct subscription *subscriptions;
    uint8_t *rest; /* input that is not a whole frame yet */
    uint32_t rest_size;
};

static int poll_fd;
static struct peer **peers;
static int *due;
static size_t due_count;

static void sockets_start(int listener, size_t limit) {
    poll_fd = epoll_create1(0);
    peers = calloc(limit, sizeof *peers);
    due = calloc(2 * limit, sizeof *due); /* a descriptor may be closed and used again within a turn */
    if (poll_fd < 0 || !peers || !due) {
        fatal("cannot start");
    }
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener};
    epoll_ctl(poll_fd, EPOLL_CTL_ADD, listener, &event);
}

static struct peer *peer_of(int fd) {
    return peers[fd];
}

static void peer_open(int fd) {
    struct peer *peer = calloc(1, sizeof *peer);
    peer->fd = fd;
    peers[fd] = peer;
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    epoll_ctl(poll_fd, EPOLL_CTL_ADD, fd, &event);
}

static struct frame *frame_of(const char *text, size_t size) {
    size_t head = size < 126 ? 2 : size < 65536 ? 4 : 10;
    struct frame *frame = malloc(sizeof *frame + head + size);
    if (!frame) {
        fatal("out of memory");
    }
    frame->references = 1;
    frame->size = (uint32_t)(head + size);
    frame->bytes[0] = 0x81;
    frame->bytes[1] = (uint8_t)(head == 2 ? size : head == 4 ? 126 : 127);
    for (size_t i = 2; i < head; i++) {
        frame->bytes[i] = (uint8_t)((uint64_t)size >> (8 * (head - 1 - i)));
    }
    memcpy(frame->bytes + head, text, size);
    return frame;
}

static inline void release(struct frame *frame) {
    if (--frame->references == 0) {
        free(frame);
    }
}

static inline void enqueue(struct peer *peer, struct frame *frame) {
    if (peer->queued == peer->capacity) {
        peer->capacity = peer->capacity ? 2 * peer->capacity : 8;
        peer->queue = realloc(peer->queue, peer->capacity * sizeof *peer->queue);
    }
    frame->references++;
    peer->queue[peer->queued++] = frame;
    if (!peer->due && !peer->blocked) {
        peer->due = true;
        due[due_count++] = peer->fd;
    }
}

/* For answers that wait for nothing; they are small enough for any socket buffer. */
static void send_now(struct peer *peer, const void *bytes, size_t size) {
    if (send(peer->fd, bytes, size, MSG_NOSIGNAL) != (ssize_t)size) {
        fprintf(stderr, "floor: a short answer did not fit into the socket\n");
    }
}

static void set_blocked(struct peer *peer, bool blocked) {
    if (peer->blocked != blocked) {
        peer->blocked = blocked;
        struct epoll_event event = {.events = EPOLLIN | (blocked ? EPOLLOUT : 0), .data.fd = peer->fd};
        epoll_ctl(poll_fd, EPOLL_CTL_MOD, peer->fd, &event);
    }
}

static void drop_written(struct peer *peer, size_t bytes) {
    uint32_t whole = 0;
    bytes += peer->written;
    while (whole < peer->queued && bytes >= peer->queue[whole]->size) {
        bytes -= peer->queue[whole]->size;
        release(peer->queue[whole++]);
    }
    peer->written = (uint32_t)bytes;
    peer->queued -= whole;
    memmove(peer->queue, peer->queue + whole, peer->queued * sizeof *peer->queue);
}

static void flush(struct peer *peer) {
    while (peer->queued) {
        struct iovec parts[64];
        int count = 0;
        size_t size = 0;
        for (; count < 64 && (uint32_t)count < peer->queued; count++) {
            uint32_t skip = count == 0 ? peer->written : 0;
            parts[count].iov_base = peer->queue[count]->bytes + skip;
            parts[count].iov_len = peer->queue[count]->size - skip;
            size += parts[count].iov_len;
        }
        ssize_t sent = writev(peer->fd, parts, count);
        if (sent < 0 && errno != EAGAIN) {
            return; /* the peer is gone: its next read says so */
        }
        drop_written(peer, sent < 0 ? 0 : (size_t)sent);
        if (sent < (ssize_t)size) {
            set_blocked(peer, true);
            return;
        }
    }
    set_blocked(peer, false);
}

static void flush_all(void) {
    for (size_t i = 0; i < due_count; i++) {
        struct peer *peer = peers[due[i]];
        if (peer && peer->due) {
            peer->due = false;
            flush(peer);
        }
    }
    due_count = 0;
}

static size_t take_rest(struct peer *peer, uint8_t *to) {
    size_t size = peer->rest_size;
    if (size) {
        memcpy(to, peer->rest, size);
        free(peer->rest);
        peer->rest = NULL;
        peer->rest_size = 0;
    }
    return size;
}

static void keep_rest(struct peer *peer, const uint8_t *from, size_t size) {
    if (size) {
        peer->rest = malloc(size);
        peer->rest_size = (uint32_t)size;
        memcpy(peer->rest, from, size);
    }
}

static void peer_close(struct peer *peer) {
    for (uint32_t i = 0; i < peer->queued; i++) {
        release(peer->queue[i]);
    }
    close(peer->fd);
    peers[peer->fd] = NULL;
    free(peer->rest);
    free(peer->queue);
    free(peer);
}
