package dev.fanfare.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails if a file is not what would be generated from the registry. Changes nothing. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CheckMojo extends RegistryMojo {
    @Override
    void handle(Map<Path, String> texts) throws IOException, MojoFailureException {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            String difference = Difference.between(text.getKey(), text.getValue());
            if (difference != null) {
                differences.add(difference);
            }
        }
        if (!differences.isEmpty()) {
            throw new MojoFailureException("The registry " + registry + " has changed, and these files have not:\n"
                    + String.join("\n", differences) + "\nWrite them anew: " + command);
        }
    }
}
