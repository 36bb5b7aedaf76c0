package dev.fanfare.maven;

import dev.fanfare.maven.asyncapi.AsyncApi;
import dev.fanfare.maven.page.ChannelsPage;
import dev.fanfare.maven.schema.Channels;
import dev.fanfare.maven.typescript.TypeScript;
import dev.fanfare.sdk.registry.Registry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a registry. The same registry gives the same texts.
 *
 * @param typeScript the file for types; null for none
 * @param page the file for the page of channels; null for none
 * @param asyncApi the file for the AsyncAPI document; null for none
 * @param title of the application
 * @param version of the application
 * @param origin the line that each text begins with
 */
record Documents(
        @Nullable Path typeScript,
        @Nullable Path page,
        @Nullable Path asyncApi,
        String title,
        String version,
        String origin) {
    /** The texts by their files. */
    Map<Path, String> of(Registry<?> registry) {
        Channels channels = Channels.of(registry);
        Map<Path, String> texts = new LinkedHashMap<>();
        if (typeScript != null) {
            texts.put(typeScript, TypeScript.of(channels, origin));
        }
        if (page != null) {
            texts.put(page, ChannelsPage.of(channels, title, origin));
        }
        if (asyncApi != null) {
            texts.put(asyncApi, AsyncApi.of(channels, title, version, origin));
        }
        return texts;
    }
}
