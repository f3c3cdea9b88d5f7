package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Import;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dana files in and out. */
public interface ImportContract extends Clauses {
    @Test
    default void aFileComesOutAsItWentIn() {
        for (DanaFile file : List.of(long500(), Samples.file(41, 63), Samples.file(1, 1), empty())) {
            ConversationKey key = bench().key();
            bench().imported(key, file);
            assertThat(bench().observe(key).turns()).isEqualTo(file.turns());
            DanaFile out = bench().store().export(key).orElseThrow();
            assertThat(out.conversationId()).isEqualTo(key.conversationId());
            assertThat(out.turns()).isEqualTo(file.turns());
            assertThat(out.summaries()).isEqualTo(file.summaries());
            assertThat(out.createdAt()).isEqualTo(file.createdAt());
            assertThat(out.updatedAt()).isEqualTo(file.updatedAt());
            assertThat(out.sessionCount()).isEqualTo(file.sessionCount());
            assertThat(out.totalTurns()).isEqualTo(file.totalTurns());
            assertThat(out.agentId()).isEqualTo("default");
            assertThat(out.more()).isEqualTo(file.more());
            file.metadata()
                    .properties()
                    .forEach(field -> assertThat(CanonicalJson.equal(
                                    field.getValue(), out.metadata().get(field.getKey())))
                            .as(field.getKey())
                            .isTrue());
        }
    }

    private static DanaFile empty() {
        return Samples.with(Samples.file(1, 0), List.of(), 0L);
    }

    private static DanaFile long500() {
        List<Summary> summaries = new ArrayList<>();
        for (int first = 1; first <= 401; first += 100) {
            summaries.add(Samples.summary("from " + first, first, first + 99));
        }
        return Samples.file(1, 500, summaries.toArray(Summary[]::new));
    }

    @Test
    default void anImportGoesOnAsAConversation() {
        ConversationKey key = bench().key();
        bench().imported(key, Samples.file(11, 60));
        assertThat(bench().append(key, "more").turnNumber()).isEqualTo(61);
        Observed observed = bench().observe(key);
        assertThat(observed.header().firstTurn()).isEqualTo(11);
        assertThat(observed.header().derivedTitle()).isEqualTo("input 11");
        assertThat(observed.header().agentId()).isEqualTo("default");
        assertThat(bench().list(key.user()).getFirst().title()).isEqualTo("input 11");
    }

    @Test
    default void theSameFileAgainChangesNothing() {
        ConversationKey key = bench().key();
        DanaFile file = Samples.file(1, 30);
        bench().imported(key, file);
        assertThat(importFile(key, file)).isInstanceOf(Import.Same.class);
        bench().append(key, "more");
        Observed before = bench().observe(key);
        assertThat(importFile(key, file)).isInstanceOf(Import.Same.class);
        assertThat(bench().observe(key)).isEqualTo(before);
    }

    @Test
    default void anIdThatIsTakenStaysAsItIs() {
        ConversationKey key = bench().key();
        bench().create(key, Samples.titled("Mine"));
        assertThat(importFile(key, Samples.file(1, 30))).isInstanceOf(Import.Taken.class);
        bench().append(key, "mine");
        Observed before = bench().observe(key);
        assertThat(importFile(key, Samples.file(1, 30))).isInstanceOf(Import.Taken.class);
        assertThat(bench().observe(key)).isEqualTo(before);
        ConversationKey other = bench().key();
        bench().imported(other, Samples.file(1, 30));
        assertThat(importFile(other, Samples.file(1, 31))).isInstanceOf(Import.Taken.class);
        assertThat(bench().observe(other).turns()).hasSize(30);
    }

    @Test
    default void afterAClearTheSameFileIsNoLongerThere() {
        ConversationKey key = bench().key();
        DanaFile file = Samples.file(1, 30);
        bench().imported(key, file);
        bench().clear(key);
        assertThat(importFile(key, file)).isInstanceOf(Import.Taken.class);
        bench().append(key, "new");
        assertThat(bench().observe(key).turns().stream().map(Turn::userInput)).containsExactly("new");
    }

    @Test
    default void anErasedFileMayBeImportedAgain() {
        ConversationKey key = bench().key();
        DanaFile file = Samples.file(1, 65);
        long first = bench().imported(key, file).header().generation();
        bench().erase(key);
        assertThat(bench().imported(key, file).header().generation()).isGreaterThan(first);
        assertThat(bench().observe(key).turns()).isEqualTo(file.turns());
    }

    /** Another store looks before each request: it sees nothing, or all. */
    @Test
    default void anImportAppearsAtOnce() {
        for (int n = 1; ; n++) {
            ConversationKey key = bench().key();
            DanaFile file = Samples.file(1, 65);
            Script look = Script.at(
                    n,
                    Script.Side.BEFORE,
                    () -> Observed.unlisted(bench().store(), key)
                            .ifPresent(seen -> assertThat(seen.turns()).isEqualTo(file.turns())));
            bench().store(look).importFile(key, Samples.request(file));
            if (!look.reached()) {
                assertThat(n).as("requests of an import").isGreaterThan(1);
                return;
            }
        }
    }

    /** Names that a store may use for something of its own. */
    @Test
    default void aFileMayHaveKeysOfAnyName() {
        Map<String, JsonNode> more = new LinkedHashMap<>();
        for (String name : List.of(
                "erased",
                "deleted",
                "importing",
                "birth",
                "epoch",
                "generation",
                "write",
                "_memory",
                "version",
                "fence",
                "status",
                "title",
                "ttl",
                "pk",
                "sk",
                "")) {
            more.put(name, Samples.json("{'birth': 'b', 'generation': 1, 'swept': true}"));
        }
        DanaFile plain = Samples.file(1, 25);
        for (int i = 0; i <= more.size(); i++) {
            Map<String, JsonNode> some = new LinkedHashMap<>();
            more.entrySet().stream().limit(i).forEach(one -> some.put(one.getKey(), one.getValue()));
            ConversationKey key = bench().key();
            bench().imported(key, Samples.with(plain, some));
            bench().append(key, "one more");
            assertThat(bench().observe(key).turns()).hasSize(26);
            assertThat(bench().store().export(key).orElseThrow().more()).isEqualTo(some);
            bench().erase(key);
            bench().observeNothing(key);
        }
    }

    private Import importFile(ConversationKey key, DanaFile file) {
        return bench().store().importFile(key, Samples.request(file));
    }
}
