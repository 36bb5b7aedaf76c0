package dev.fanfare.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes what is generated from the registry. A file that is right already is left alone. */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class GenerateMojo extends RegistryMojo {
    @Override
    void handle(Map<Path, String> texts) throws IOException {
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            if (Difference.between(text.getKey(), text.getValue()) == null) {
                continue;
            }
            Path folder = text.getKey().toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(text.getKey(), text.getValue());
            getLog().info("Wrote " + text.getKey());
        }
    }
}
