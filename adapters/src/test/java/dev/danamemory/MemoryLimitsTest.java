package dev.danamemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.Turn;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a memory refuses to keep; nothing of it begins a conversation. */
class MemoryLimitsTest {
    private final MemoryOnFiles files = new MemoryOnFiles(0);
    private final ConversationMemory memory = files.memory();

    @AfterEach
    void close() {
        files.close();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode nested(int depth) {
        ObjectNode outer = object();
        ObjectNode inner = outer;
        for (int level = 1; level < depth; level++) {
            inner = inner.putObject("x");
        }
        return outer;
    }

    static Stream<ObjectNode> unstorableMetadata() {
        return Stream.of(
                object().put("x", "x".repeat(Turn.LARGEST_METADATA)),
                object().put("x", Double.NaN),
                object().put("x", Float.NEGATIVE_INFINITY),
                object().put("x", BigInteger.TEN.pow(1_000)),
                object().put("x", "\ud83d"),
                object().put("\ud83d", 1),
                nested(65),
                nested(2_000));
    }

    @ParameterizedTest
    @MethodSource("unstorableMetadata")
    void metadataThatCannotBeKeptIsRefused(ObjectNode metadata) {
        assertThatThrownBy(() -> memory.addTurn("a", "b", metadata))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("metadata");
        assertThat(memory.getStatistics()).isEmpty();
    }

    @Test
    void metadataIsKeptAsItWasWhenItWasGiven() {
        int letters = Turn.LARGEST_METADATA - "{\"x\":\"\",\"n\":1.5}".length();
        ObjectNode metadata = object().put("x", "x".repeat(letters)).put("n", 1.5);
        Turn added = memory.addTurn("a", "b", metadata);
        metadata.removeAll();
        assertThat(added.metadata()).hasSize(2);
        assertThat(memory.getRecentContext(1).getFirst().metadata().toString())
                .hasSize(Turn.LARGEST_METADATA)
                .endsWith("\"n\":1.5}");
        assertThat(memory.addTurn("a", "b", nested(64)).turnNumber()).isEqualTo(2);
        assertThat(memory.getRecentContext(1).getFirst().metadata()).isEqualTo(nested(64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\ud83d"})
    void summariesThatCannotBeKeptAreRefused(String content) {
        memory.addTurn("a", "b");
        assertThatThrownBy(() -> memory.createSummary(content))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("content: ");
    }

    @Test
    void aSummaryIsAsLongAsATextMayBe() {
        memory.addTurn("a", "b");
        String longest = "é".repeat(Turn.LONGEST_TEXT / 2);
        assertThatThrownBy(() -> memory.createSummary(longest + "x"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("content: is over 256 KiB of UTF-8");
        assertThat(memory.createSummary(longest).orElseThrow().content()).isEqualTo(longest);
    }
}
