import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the archive that runs from an empty folder, out of what Maven has packaged in {@code server/target}:
 * {@code java Archive.java ROOT FOLDER} makes {@code FOLDER/fanfare-VERSION.tar.gz} and its SHA-256, and prints the archive's
 * path. What is in {@code packaging/archive} goes in as it is. The same input gives the same bytes.
 */
final class Archive {
    private final Path root;
    private final List<Path> libraries;
    private final Map<String, byte[]> files = new TreeMap<>();

    private Archive(Path root) throws IOException {
        this.root = root;
        libraries = list(root.resolve("server/target/lib"));
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        System.out.println(new Archive(Path.of(arguments[0])).make(folder));
    }

    private Path make(Path folder) throws IOException {
        Path server = server();
        addServer(server, Files.createTempDirectory("fanfare"));
        addFolder(root.resolve("packaging/archive"), "");
        files.put("LICENSE", Files.readAllBytes(root.resolve("LICENSE")));
        addNotices();
        for (Path old : list(folder)) {
            if (old.getFileName().toString().startsWith("fanfare-")) {
                Files.delete(old);
            }
        }
        String name;
        try (JarFile jar = new JarFile(server.toFile())) {
            name = "fanfare-" + jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
        Path archive = folder.resolve(name + ".tar.gz");
        write(archive, name);
        String sum = sha256(Files.readAllBytes(archive)) + "  " + archive.getFileName() + "\n";
        Files.writeString(folder.resolve(name + ".tar.gz.sha256"), sum);
        return archive;
    }

    private Path server() throws IOException {
        return list(root.resolve("server/target")).stream()
                .filter(each -> each.getFileName().toString().matches("fanfare-server-.*\\.jar"))
                .filter(each -> !each.toString().matches(".*-(tests|sources|javadoc)\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IOException("server/target has no jar: package the server first"));
    }

    /** The jar's sum tells a launcher whether its start-up cache is of another build. */
    private void addServer(Path server, Path work) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(work.toString(), server.toString()));
        libraries.forEach(each -> arguments.add(each.toString()));
        OneJar.main(arguments.toArray(String[]::new));
        addFolder(work, "lib/");
        delete(work);
        files.put("lib/build", sha256(files.get("lib/fanfare.jar")).getBytes(StandardCharsets.UTF_8));
    }

    private void addFolder(Path folder, String prefix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(prefix + name, Files.readAllBytes(file));
            }
        }
    }

    /** One line for each library, and the texts that it brings along. A library without a known license ends it all. */
    private void addNotices() throws IOException {
        StringBuilder notice = new StringBuilder("Fanfare\n\nlib/fanfare.jar holds these libraries, unchanged:\n\n");
        List<String> known = Files.readAllLines(root.resolve("packaging/third-party.txt"));
        for (Path library : libraries) {
            String name = library.getFileName().toString().replace(".jar", "");
            if (name.startsWith("fanfare-")) {
                continue;
            }
            String license = known.stream()
                    .filter(line -> name.startsWith(line.substring(0, line.indexOf(' ')) + "-"))
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .findFirst()
                    .orElseThrow(() -> new IOException("packaging/third-party.txt says no license of " + name));
            notice.append(name).append(": ").append(license).append('\n');
            addTexts(library, "licenses/" + name + "/");
        }
        files.put("NOTICE", notice.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void addTexts(Path library, String prefix) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            jar.stream().filter(each -> each.getName().matches("META-INF/[^/]*(LICENSE|NOTICE)[^/]*")).forEach(each -> {
                try (InputStream in = jar.getInputStream(each)) {
                    files.put(prefix + each.getName().substring("META-INF/".length()), in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void write(Path archive, String name) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
            Tar tar = new Tar(out);
            tar.addFolder(name);
            for (String folder : folders()) {
                tar.addFolder(name + "/" + folder);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                int mode = file.getKey().startsWith("bin/") ? 0755 : 0644;
                tar.add(name + "/" + file.getKey(), file.getValue(), mode);
            }
            tar.finish();
        }
    }

    /** All that hold files, outer ones first. */
    private Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        for (String file : files.keySet()) {
            for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
                folders.add(file.substring(0, slash));
            }
        }
        return folders;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** The files in a folder, in order. */
    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
