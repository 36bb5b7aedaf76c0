package dev.fanfare.maven;

import dev.fanfare.maven.registry.ApplicationClasses;
import dev.fanfare.maven.registry.RegistryNotFound;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What both goals are told in a pom. */
abstract class RegistryMojo extends AbstractMojo {
    /** Where the registry is: a class, {@code #}, and a public static field or method without parameters. */
    @Parameter(property = "fanfare.registry", required = true)
    String registry = "";

    /** The file for TypeScript types and channel builders. */
    @Parameter(property = "fanfare.typescriptFile")
    @Nullable
    File typescriptFile;

    /** The file for the page of channels, in Markdown. */
    @Parameter(property = "fanfare.channelsPage")
    @Nullable
    File channelsPage;

    /** The file for the AsyncAPI document, in JSON. */
    @Parameter(property = "fanfare.asyncApiFile")
    @Nullable
    File asyncApiFile;

    /** The application's name in documents. */
    @Parameter(property = "fanfare.title", defaultValue = "${project.name}")
    String title = "";

    /** The version of what goes over the channels, in the AsyncAPI document. The project's would differ after each release. */
    @Parameter(property = "fanfare.version", defaultValue = "1")
    String version = "1";

    /** How people write the files anew: the files say so, and the goal {@code check} does. */
    @Parameter(property = "fanfare.command", defaultValue = "mvn compile fanfare:generate")
    String command = "mvn compile fanfare:generate";

    @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true, required = true)
    List<String> runtimePath = List.of();

    /** With what is provided where the application runs, and a registry may mention. */
    @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true, required = true)
    List<String> compilePath = List.of();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (typescriptFile == null && channelsPage == null && asyncApiFile == null) {
            throw new MojoExecutionException(
                    "Nothing to generate: set one or more of typescriptFile, channelsPage and asyncApiFile");
        }
        try {
            handle(texts());
        } catch (IOException e) {
            throw new MojoExecutionException("Generated files: " + e, e);
        }
    }

    private Map<Path, String> texts() throws MojoExecutionException {
        Set<String> path = new LinkedHashSet<>(runtimePath);
        path.addAll(compilePath);
        String origin = "Generated from " + registry + ": do not edit. To write it anew: " + command;
        Documents documents =
                new Documents(path(typescriptFile), path(channelsPage), path(asyncApiFile), title, version, origin);
        try (ApplicationClasses classes =
                new ApplicationClasses(path.stream().map(Path::of).toList())) {
            return documents.of(classes.registry(registry));
        } catch (RegistryNotFound e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private static @Nullable Path path(@Nullable File file) {
        return file == null ? null : file.toPath();
    }

    /** Does with the texts, by their files, what the goal is for. */
    abstract void handle(Map<Path, String> texts) throws IOException, MojoFailureException;
}
