package dev.fanfare.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** An application that is compiled while a test runs, as a build would compile it. */
public record SmallApplication(Path classes) {
    /** @param sources of public classes in the package {@code app}, by name; then the source, and so on */
    public static SmallApplication compile(Path folder, String... sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "--release", "21", "-proc:none"));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        for (int i = 0; i < sources.length; i += 2) {
            Path file = folder.resolve(sources[i] + ".java");
            Files.writeString(file, "package app;\n" + sources[i + 1]);
            arguments.add(file.toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new AssertionError(
                    "The application does not compile: " + Stream.of(sources).toList());
        }
        return new SmallApplication(classes);
    }
}
