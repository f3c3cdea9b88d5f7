package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.chat.AgentReply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turns under way while all of their user's is erased: they bring nothing back. */
class EraseInFlightTest {
    private static final String MARK = "zebra";

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private final AtomicReference<Reply> erased = new AtomicReference<>();
    private TestApi api;

    @BeforeEach
    void open() {
        TestAgents agents = new TestAgents().with("slow-one", request -> {
            clock.advance(Duration.ofMillis(5));
            erased.set(api.delete("/me?confirm=true").reply());
            clock.advance(Duration.ofMillis(5));
            return new AgentReply("A zebra, I see.", List.of());
        });
        api = TestApi.in(folder, agents, store -> store, clock, new LargeExports.Whole());
        api.withTurn("kitchen", "My zebra is hungry.", "Feed it.");
        clock.advance(Duration.ofMinutes(45));
    }

    private void nothingIsLeft() {
        assertThat(erased.get().hasStatus(200).body().path("done").booleanValue())
                .isTrue();
        assertThat(api.get("/conversations").reply().body().path("conversations"))
                .isEmpty();
        assertThat(api.get("/me/export").reply().body().path("conversations")).isEmpty();
        api.get("/conversations/kitchen").reply().isProblem(404, "not-found");
        assertThat(FolderBytes.contains(FolderBytes.of(folder), MARK)).isFalse();
    }

    @Test
    void aTurnOfAConversationThatWasThere() {
        api.post("/chat")
                .json1("{'message': 'Where is my zebra?', 'conversation_id': 'kitchen', 'agent_id': 'slow-one'}")
                .reply()
                .isProblem(404, "not-found");
        nothingIsLeft();
    }

    @Test
    void aTurnThatBeginsAConversation() {
        api.post("/chat")
                .json1("{'message': 'Where is my zebra?', 'agent_id': 'slow-one'}")
                .reply()
                .isProblem(404, "not-found");
        nothingIsLeft();
    }

    @Test
    void aTurnWithAKey() {
        Sent sent = api.post("/chat")
                .header("Idempotency-Key", "once")
                .json1("{'message': 'Where is my zebra?', 'conversation_id': 'kitchen', 'agent_id': 'slow-one'}");
        sent.reply().isProblem(404, "not-found");
        nothingIsLeft();
        // the key's record stays for its day, without a text
        sent.reply().isProblem(409, "turn-gone");
        nothingIsLeft();
    }

    @Test
    void whatBeginsAfterwardsStays() {
        api.delete("/me?confirm=true").reply().hasStatus(200);
        clock.advance(Duration.ofMillis(1));
        api.withTurn("kitchen", "A new zebra.", "Hello again.");
        Reply turns = api.get("/conversations/kitchen/turns").reply().hasStatus(200);
        assertThat(turns.body().path("turns")).hasSize(1);
        assertThat(api.get("/conversations").reply().body().path("conversations"))
                .hasSize(1);
    }
}
