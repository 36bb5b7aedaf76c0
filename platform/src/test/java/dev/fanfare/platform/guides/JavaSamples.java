package dev.fanfare.platform.guides;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Statements out of a guide, each block with its imports, compiled where there is a {@code publisher}. */
final class JavaSamples {
    private static final Predicate<String> IS_IMPORT = line -> line.startsWith("import ");

    private JavaSamples() {}

    /** What the compiler has to say of them. */
    static List<String> complaints(List<String> blocks, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<JavaFileObject> sources = new ArrayList<>();
            for (int i = 0; i < blocks.size(); i++) {
                sources.add(source("Sample" + i, blocks.get(i)));
            }
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-classpath", System.getProperty("java.class.path"));
            compiler.getTask(null, files, found, options, null, sources).call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.toString())
                .toList();
    }

    private static JavaFileObject source(String name, String block) {
        String code = """
                %s
                abstract class %s {
                    dev.fanfare.sdk.registry.EventPublisher publisher;

                    void run() throws Exception {
                        %s
                    }
                }
                """.formatted(
                        block.lines().filter(IS_IMPORT).collect(joining("\n")),
                        name,
                        block.lines().filter(IS_IMPORT.negate()).collect(joining("\n")));
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }
}
