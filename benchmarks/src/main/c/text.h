/* Growing text, and strings found in JSON without parsing it. */
#pragma once
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    char *chars;
    size_t length, capacity;
};

/* A part of somebody else's bytes; at is NULL if there is none. */
struct part {
    const char *at;
    size_t size;
};

static void fatal(const char *what) {
    perror(what);
    exit(1);
}

static void append_bytes(struct text *text, const char *bytes, size_t size) {
    if (text->length + size > text->capacity) {
        text->capacity = 2 * (text->length + size);
        text->chars = realloc(text->chars, text->capacity);
        if (!text->chars) {
            fatal("out of memory");
        }
    }
    memcpy(text->chars + text->length, bytes, size);
    text->length += size;
}

/* At most 1,000 characters at a time. */
__attribute__((format(printf, 2, 3))) static void append(struct text *text, const char *format, ...) {
    char line[1024];
    va_list values;
    va_start(values, format);
    int size = vsnprintf(line, sizeof line, format, values);
    va_end(values);
    append_bytes(text, line, (size_t)size);
}

/* The string that follows the key, still escaped. key: for example "channel":" with all quotes. */
static struct part string_of(const char *json, size_t size, const char *key) {
    const char *found = memmem(json, size, key, strlen(key));
    struct part none = {NULL, 0};
    if (!found) {
        return none;
    }
    const char *start = found + strlen(key);
    for (const char *at = start; at < json + size; at++) {
        if (*at == '\\') {
            at++;
        } else if (*at == '"') {
            return (struct part){start, (size_t)(at - start)};
        }
    }
    return none;
}

static bool starts_with(struct part part, const char *text) {
    return part.size >= strlen(text) && memcmp(part.at, text, strlen(text)) == 0;
}
