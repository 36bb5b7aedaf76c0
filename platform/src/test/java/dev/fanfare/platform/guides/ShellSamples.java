package dev.fanfare.platform.guides;

import dev.fanfare.platform.guides.Guide.Fence;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands of a guide, one script in their order. JSON that stands right after commands is what the last of them answers.
 *
 * @param commands blocks of them
 * @param answers for each block the JSON that follows it, empty if none does
 */
record ShellSamples(List<String> commands, List<String> answers) {
    private static final String MARK = "---- end of block ----";

    static ShellSamples of(Guide guide) {
        List<String> commands = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        String before = "";
        for (Fence fence : guide.fences()) {
            if (fence.language().equals("sh")) {
                commands.add(fence.code());
                answers.add("");
            } else if (fence.language().equals("json") && before.equals("sh")) {
                answers.set(answers.size() - 1, fence.code());
            }
            before = fence.language();
        }
        return new ShellSamples(commands, answers);
    }

    String script(URI platform) {
        String address = platform.toString().replaceAll("/$", "");
        StringBuilder script = new StringBuilder();
        for (String block : commands) {
            script.append(block.replace("http://127.0.0.1:8080", address)).append("\necho; echo '" + MARK + "'\n");
        }
        return script.toString();
    }

    /** The names of all fields of each answer that the guide shows. */
    List<Set<String>> shown() {
        return answers.stream()
                .filter(answer -> !answer.isEmpty())
                .map(ShellSamples::fields)
                .toList();
    }

    /** The same of those that came. */
    List<Set<String>> answered(String output) {
        List<String> blocks = Arrays.asList(output.split(MARK));
        List<Set<String>> fields = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).isEmpty()) {
                fields.add(fields(blocks.get(i).strip().lines().toList().getLast()));
            }
        }
        return fields;
    }

    private static Set<String> fields(String json) {
        Set<String> names = new TreeSet<>();
        collect(JsonMapper.shared().readTree(json), "", names);
        return names;
    }

    private static void collect(JsonNode node, String path, Set<String> names) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String name = path + "." + field.getKey();
                names.add(name);
                collect(field.getValue(), name, names);
            });
        } else if (node.isArray() && !node.isEmpty()) {
            collect(node.get(0), path + "[]", names);
        }
    }
}
