package dev.fanfare.platform.guides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A page for those who have a document of one of the systems, in parts that can be checked. */
record Guide(Path file, String text) {
    private static final Path FOLDER = Path.of("..", "docs", "guides");
    private static final Pattern FENCE = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final Pattern ROUTE = Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/[^`? ]+)[^`]*`");
    private static final Pattern CHANNEL = Pattern.compile(
            "`((?:private|presence|public|auction|planning-poker|global|status)-[a-z-]*(?:\\{\\w+})?)`");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** A block of code, and what language it is in. */
    record Fence(String language, String code) {}

    /** All of them. */
    static List<Guide> all() throws IOException {
        List<Guide> guides = new ArrayList<>();
        for (String name :
                List.of("live-auctions", "marketplace-chat", "tenant-rooms", "planning-poker", "contact-inbox")) {
            Path file = FOLDER.resolve(name + ".md");
            guides.add(new Guide(file, Files.readString(file)));
        }
        return guides;
    }

    List<Fence> fences() {
        return FENCE.matcher(text)
                .results()
                .map(found -> new Fence(found.group(1), found.group(2)))
                .toList();
    }

    List<String> fences(String language) {
        return fences().stream()
                .filter(fence -> fence.language().equals(language))
                .map(Fence::code)
                .toList();
    }

    private String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    /** The files that it leads to. */
    List<Path> links() {
        return LINK.matcher(prose())
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.contains(":"))
                .map(link -> file.resolveSibling(link).normalize())
                .toList();
    }

    /** As {@code GET /api/x/{}}. */
    List<String> routes() {
        return ROUTE.matcher(prose())
                .results()
                .map(found -> found.group(1) + " " + nameless(found.group(2)))
                .toList();
    }

    static String nameless(String pattern) {
        return pattern.replaceAll("\\{\\w+}", "{}");
    }

    List<String> channels() {
        return CHANNEL.matcher(prose()).results().map(found -> found.group(1)).toList();
    }

    /** What the rows of its tables say that is heard on a channel, as the channel, a space and the event. */
    List<String> events() {
        return text.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .filter(cells ->
                        cells.length > 2 && CHANNEL.matcher(cells[1].strip()).matches())
                .flatMap(cells ->
                        codes(cells[2]).stream().map(event -> codes(cells[1]).getFirst() + " " + event))
                .toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
