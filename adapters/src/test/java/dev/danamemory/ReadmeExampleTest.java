package dev.danamemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.blob.disk.FileStore;
import dev.danamemory.tokens.JtokkitTokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example in Java does what the README says. */
class ReadmeExampleTest {
    @TempDir
    Path data;

    /** Stands for a language model: tells whether it was handed what was said. */
    private static String model(String context) {
        return "You told me: " + context.contains("My oven broke.");
    }

    @Test
    void anAgentWithMemory() throws IOException {
        try (FileStore store = FileStore.open(data)) {
            var memory = ConversationMemory.of(store.conversations(), "alice", "kitchen", new JtokkitTokenCounter());
            var agent = new RememberingAgent(memory, context -> model(context), 5);
            agent.chat("My oven broke.");
            assertThat(agent.chat("What broke?")).isEqualTo("You told me: true");
            assertThat(memory.search("oven", 5)).hasSize(1);
        }
    }

    @Test
    void theReadmeShowsIt() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String source = Files.readString(Path.of("src/test/java/dev/danamemory/ReadmeExampleTest.java"));
        for (String line : readme.substring(
                        readme.indexOf("```java") + 7, readme.indexOf("```", readme.indexOf("```java") + 7))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("var ") || line.startsWith("try ("))
                .toList()) {
            assertThat(source).contains(line.replace("Path.of(\"memory\")", "data"));
        }
    }
}
