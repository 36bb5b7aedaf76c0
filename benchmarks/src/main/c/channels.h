/* Channels, their subscriptions, and the members of presence channels. */
#pragma once
#include "sockets.h"

struct channel {
    struct channel *next; /* in the same bucket */
    struct subscription **subscriptions;
    uint32_t count, capacity, name_size;
    char name[];
};

struct subscription {
    struct peer *peer;
    struct channel *channel;
    struct subscription *next; /* of the same peer */
    uint32_t index;            /* in its channel */
    uint32_t member_size;
    char member[]; /* channel_data, still escaped; only in presence channels */
};

enum { BUCKETS = 1 << 15 };
static struct channel *buckets[BUCKETS];

static struct channel *channel_named(struct part name, bool create) {
    uint32_t hash = 17;
    for (size_t i = 0; i < name.size; i++) {
        hash = hash * 31 + (uint8_t)name.at[i];
    }
    struct channel **bucket = &buckets[(hash ^ hash >> 15) % BUCKETS];
    for (struct channel *channel = *bucket; channel; channel = channel->next) {
        if (channel->name_size == name.size && memcmp(channel->name, name.at, name.size) == 0) {
            return channel;
        }
    }
    if (!create) {
        return NULL;
    }
    struct channel *channel = calloc(1, sizeof *channel + name.size + 1);
    channel->name_size = (uint32_t)name.size;
    memcpy(channel->name, name.at, name.size);
    channel->next = *bucket;
    return *bucket = channel;
}

static void deliver(struct channel *channel, const char *json, size_t size, const struct peer *except) {
    struct frame *frame = frame_of(json, size);
    for (uint32_t i = 0; i < channel->count; i++) {
        if (channel->subscriptions[i]->peer != except) {
            enqueue(channel->subscriptions[i]->peer, frame);
        }
    }
    release(frame);
}

/* The user_id of a member, still escaped; and its user_info, up to the brace that ends the member. */
static struct part user_id(const char *member, size_t size) {
    const char *id = memmem(member, size, "\\\"user_id\\\":\\\"", 14);
    const char *start = id ? id + 14 : member;
    const char *end = memmem(start, size - (size_t)(start - member), "\\\"", 2);
    return (struct part){start, id && end ? (size_t)(end - start) : 0};
}

static struct part user_info(const char *member, size_t size) {
    const char *info = memmem(member, size, "\\\"user_info\\\":", 14);
    return info ? (struct part){info + 14, size - (size_t)(info + 14 - member) - 1} : (struct part){"{}", 2};
}

static void append_roster(struct text *json, const struct channel *channel) {
    append(json, "{\\\"presence\\\":{\\\"count\\\":%u,\\\"ids\\\":[", channel->count);
    for (uint32_t i = 0; i < channel->count; i++) {
        struct part id = user_id(channel->subscriptions[i]->member, channel->subscriptions[i]->member_size);
        append(json, "%s\\\"%.*s\\\"", i ? "," : "", (int)id.size, id.at);
    }
    append(json, "],\\\"hash\\\":{");
    for (uint32_t i = 0; i < channel->count; i++) {
        const struct subscription *each = channel->subscriptions[i];
        struct part id = user_id(each->member, each->member_size), info = user_info(each->member, each->member_size);
        append(json, "%s\\\"%.*s\\\":", i ? "," : "", (int)id.size, id.at);
        append_bytes(json, info.at, info.size);
    }
    append(json, "}}}");
}

/* member: channel_data of a presence channel, else a part that is NULL */
static void subscribe(struct peer *peer, struct channel *channel, struct part member) {
    struct text json = {0};
    if (member.at) {
        append(&json, "{\"event\":\"pusher_internal:member_added\",\"channel\":\"%s\",\"data\":\"", channel->name);
        append_bytes(&json, member.at, member.size);
        append(&json, "\"}");
        deliver(channel, json.chars, json.length, NULL);
        json.length = 0;
    }
    struct subscription *added = malloc(sizeof *added + member.size);
    *added = (struct subscription){peer, channel, peer->subscriptions, channel->count, (uint32_t)member.size};
    if (member.at) {
        memcpy(added->member, member.at, member.size);
    }
    peer->subscriptions = added;
    if (channel->count == channel->capacity) {
        channel->capacity = channel->capacity ? 2 * channel->capacity : 1;
        channel->subscriptions = realloc(channel->subscriptions, channel->capacity * sizeof *channel->subscriptions);
    }
    channel->subscriptions[channel->count++] = added;
    append(&json, "{\"event\":\"pusher_internal:subscription_succeeded\",\"channel\":\"%s\",\"data\":\"", channel->name);
    if (member.at) {
        append_roster(&json, channel);
    } else {
        append(&json, "{}");
    }
    append(&json, "\"}");
    struct frame *frame = frame_of(json.chars, json.length);
    enqueue(peer, frame);
    release(frame);
    free(json.chars);
}

static void end(struct subscription *subscription) {
    struct channel *channel = subscription->channel;
    struct subscription *last = channel->subscriptions[--channel->count];
    channel->subscriptions[subscription->index] = last;
    last->index = subscription->index;
    if (subscription->member_size) {
        struct part id = user_id(subscription->member, subscription->member_size);
        struct text json = {0};
        append(&json, "{\"event\":\"pusher_internal:member_removed\",\"channel\":\"%s\",\"data\":\"{\\\"user_id\\\":\\\"%.*s\\\"}\"}",
               channel->name, (int)id.size, id.at);
        deliver(channel, json.chars, json.length, NULL);
        free(json.chars);
    }
    free(subscription);
}

static void unsubscribe(struct peer *peer, const struct channel *channel) {
    for (struct subscription **at = &peer->subscriptions; *at; at = &(*at)->next) {
        if ((*at)->channel == channel) {
            struct subscription *ended = *at;
            *at = ended->next;
            end(ended);
            return;
        }
    }
}

static void unsubscribe_all(struct peer *peer) {
    while (peer->subscriptions) {
        struct subscription *ended = peer->subscriptions;
        peer->subscriptions = ended->next;
        end(ended);
    }
}
