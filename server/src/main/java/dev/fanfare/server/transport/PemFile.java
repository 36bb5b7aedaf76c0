package dev.fanfare.server.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of PEM blocks (RFC 7468).
 *
 * @param setting the setting that names the file, for error messages
 */
record PemFile(String setting, String path, List<Block> blocks) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    /** Key files are a few KB, and chains some tens of them. */
    private static final long MAX_SIZE = 1024 * 1024;

    record Block(String label, byte[] bytes) {}

    /** @throws TransportException if the file cannot be read or holds no block */
    static PemFile read(String setting, String path) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text(setting, path));
        while (matcher.find()) {
            try {
                blocks.add(new Block(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2))));
            } catch (IllegalArgumentException e) {
                throw new TransportException(
                        setting, path + " is damaged: a " + matcher.group(1) + " block is not Base64", e);
            }
        }
        PemFile file = new PemFile(setting, path, List.copyOf(blocks));
        if (blocks.isEmpty()) {
            throw file.problem("holds no whole PEM block, expected text that begins with -----BEGIN", null);
        }
        return file;
    }

    private static String text(String setting, String path) {
        try {
            Path file = Path.of(path);
            if (Files.isDirectory(file)) {
                throw new TransportException(setting, path + " is a folder, expected a PEM file", null);
            }
            if (Files.size(file) > MAX_SIZE) {
                throw new TransportException(setting, path + " is too large for a PEM file", null);
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new TransportException(setting, path + " does not exist, expected a PEM file", e);
        } catch (AccessDeniedException e) {
            throw new TransportException(setting, path + " may not be read by the user that runs the server", e);
        } catch (InvalidPathException | IOException e) {
            throw new TransportException(setting, path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Says what is wrong with the file. */
    TransportException problem(String what, @Nullable Throwable cause) {
        return new TransportException(setting, path + " " + what, cause);
    }
}
