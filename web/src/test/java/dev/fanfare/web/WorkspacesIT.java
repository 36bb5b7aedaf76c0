package dev.fanfare.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What npm's scripts find out about the browser package and the platform's pages. */
class WorkspacesIT {
    @TestFactory
    List<DynamicTest> testsOfTheBrowserPackage() throws IOException, InterruptedException {
        return vitest("packages/real-time");
    }

    @TestFactory
    List<DynamicTest> testsOfThePages() throws IOException, InterruptedException {
        return vitest("apps/platform");
    }

    @Test
    void everyTypeIsRightAndEveryWrongOneIsRefused() throws IOException, InterruptedException {
        Command.succeeds(Path.of("."), "npm", "run", "typecheck");
    }

    @Test
    void thePackageWithItsHooksIsSmallerThanItsLimit() throws IOException, InterruptedException {
        Command.succeeds(Path.of("."), "npm", "run", "size");
    }

    private static List<DynamicTest> vitest(String workspace) throws IOException, InterruptedException {
        Path report = Path.of("target", workspace.replace('/', '-') + ".json").toAbsolutePath();
        Files.deleteIfExists(report);
        String log = Command.run(
                        Path.of(workspace), "npx", "vitest", "run", "--reporter=json", "--outputFile=" + report)
                .log();
        assertThat(report).as(log).exists();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode file : JsonMapper.shared().readTree(report).path("testResults")) {
            String name = Path.of(file.path("name").asString()).getFileName().toString();
            tests.add(DynamicTest.dynamicTest(
                    name,
                    () -> assertThat(file.path("status").asString())
                            .as(file.path("message").asString())
                            .isEqualTo("passed")));
            for (JsonNode test : file.path("assertionResults")) {
                tests.add(DynamicTest.dynamicTest(
                        name + ": " + test.path("fullName").asString(),
                        () -> assertThat(test.path("status").asString())
                                .as(test.path("failureMessages").toString())
                                .isEqualTo("passed")));
            }
        }
        assertThat(tests).as(log).isNotEmpty();
        return tests;
    }
}
