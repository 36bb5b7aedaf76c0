import static java.util.Comparator.comparing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Puts the server's jars into one that is not compressed, and the native libraries beside it: the JVM then opens one file
 * instead of twenty, inflates nothing, and Netty unpacks nothing at the start. The launcher runs this from source:
 * {@code java OneJar.java FOLDER JAR...} makes {@code FOLDER/fanfare.jar} and {@code FOLDER/native}. Of equal
 * entries the first jar's counts, so its manifest does. Entries are in order and without their times, so that the same classes
 * give the same bytes.
 */
final class OneJar {
    private static final String NATIVE = "META-INF/native/";
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Set<String> written = new HashSet<>();
    private final Path natives;
    private final ZipOutputStream out;

    private OneJar(Path natives, ZipOutputStream out) {
        this.natives = natives;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path natives = Files.createDirectories(folder.resolve("native"));
        try (var out = new ZipOutputStream(Files.newOutputStream(folder.resolve("fanfare.jar")))) {
            var jar = new OneJar(natives, out);
            jar.addManifest(Path.of(arguments[1]));
            for (String from : List.of(arguments).subList(1, arguments.length)) {
                jar.addAll(Path.of(from));
            }
        }
    }

    private void addManifest(Path from) throws IOException {
        try (var jar = new JarFile(from.toFile())) {
            Manifest manifest = jar.getManifest();
            manifest.getMainAttributes().remove(Attributes.Name.CLASS_PATH);
            manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
            var bytes = new ByteArrayOutputStream();
            manifest.write(bytes);
            add(JarFile.MANIFEST_NAME, bytes.toByteArray());
        }
    }

    private void addAll(Path from) throws IOException {
        try (var jar = new JarFile(from.toFile())) {
            for (JarEntry entry : jar.stream().filter(each -> !each.isDirectory()).sorted(comparing(JarEntry::getName)).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    add(entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    private void add(String name, byte[] bytes) throws IOException {
        if (name.endsWith("module-info.class") || !written.add(name)) {
            return;
        }
        if (name.startsWith(NATIVE) && !name.endsWith("/")) {
            Path library = natives.resolve(name.substring(NATIVE.length()));
            Files.createDirectories(library.getParent());
            Files.write(library, bytes);
        }
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(TIME);
        entry.setSize(bytes.length);
        var crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
