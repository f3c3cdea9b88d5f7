package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.contract.Script.Side;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Creations, and whose agent a conversation is. */
public interface CreateContract extends Clauses {
    @Test
    default void aNewConversationIsAsItWasAskedFor() {
        ConversationKey key = bench().key();
        Conversation made =
                bench().create(key, new NewConversation("oven", "Mine", null, Samples.json("{'a': [1.50]}")));
        assertThat(made.turns()).isEmpty();
        ConversationHeader header = bench().observe(key).header();
        assertThat(header).isEqualTo(made.header());
        assertThat(header.key()).isEqualTo(key);
        assertThat(header.agentId()).isEqualTo("oven");
        assertThat(header.title()).isEqualTo("Mine");
        assertThat(header.derivedTitle()).isNull();
        assertThat(header.status()).isEqualTo(ConversationStatus.ACTIVE);
        assertThat(header.metadata()).isEqualTo(Samples.json("{'a': [1.50]}"));
        assertThat(header.lastTurn()).isZero();
        assertThat(header.firstTurn()).isEqualTo(1);
        assertThat(header.sessionCount()).isZero();
        assertThat(Instant.parse(header.createdAt())).isEqualTo(bench().clock().instant());
        assertThat(made.loadedAt()).isEqualTo(bench().clock().instant());
    }

    @Test
    default void aCreateThatMeetsAnotherChangesNothing() {
        ConversationKey key = bench().key();
        bench().create(key, Samples.titled("First"));
        bench().append(key, "kept");
        Observed before = bench().observe(key);
        bench().clock().advance(Duration.ofHours(1));
        Creation second = bench().store(StoreFaults.NONE).create(key, Samples.titled("Second"));
        assertThat(second).isInstanceOf(Creation.Exists.class);
        assertThat(((Creation.Exists) second).conversation().header()).isEqualTo(before.header());
        assertThat(bench().observe(key)).isEqualTo(before);
    }

    /** Its own first request is not another's. */
    @Test
    default void aCreateWhoseAnswerGotLostKnowsItsOwn() {
        for (int n = 1; ; n++) {
            ConversationKey key = bench().key();
            Script lost = Script.atWrite(n, Side.AFTER, Script.fail(new StoreFault.AnswerLost()));
            ConversationStore store = bench().store(lost);
            Creation creation = store.create(key, Samples.titled("Mine"));
            if (!lost.reached()) {
                assertThat(n).as("writes of a create").isGreaterThan(1);
                return;
            }
            assertThat(creation).as("answer to write %d was lost", n).isInstanceOf(Creation.Created.class);
            assertThat(bench().observe(key).header().title()).isEqualTo("Mine");
        }
    }

    @Test
    default void aTitleIsDerivedFromTheFirstMessageThatIsThere() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().append(key, "  how \n\t hot  is the oven? " + "\uD83D\uDE00".repeat(80));
        bench().append(key, "second");
        String derived = "how hot is the oven? " + "\uD83D\uDE00".repeat(59);
        assertThat(bench().observe(key).header().derivedTitle()).isEqualTo(derived);
        bench().appendAll(bench().load(key), 60);
        assertThat(bench().load(key).header().derivedTitle()).isEqualTo(derived);
        assertThat(bench().load(key).header().title()).isNull();
    }

    @Test
    default void aListShowsTheFirstMessageBeforeItIsStored() {
        ConversationKey key = bench().key();
        bench().create(key, new NewConversation(null, null, "  how \n hot? ", Samples.none()));
        assertThat(bench().list(key.user()).getFirst().title()).isEqualTo("how hot?");
        bench().append(key, "  how \n hot? ");
        assertThat(bench().observe(key).header().shownTitle()).isEqualTo("how hot?");
    }

    @Test
    default void theAgentIsThatOfTheFirstTurnWhichNamesOne() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().append(key, "nobody's");
        assertThat(bench().load(key).header().agentId()).isNull();
        bench().append(bench().load(key), Samples.turn("first", Samples.NOON, "first"));
        bench().append(bench().load(key), Samples.turn("second", Samples.NOON, "second"));
        assertThat(bench().load(key).header().agentId()).isEqualTo("first");
        bench().clear(key);
        bench().append(bench().load(key), Samples.turn("third", Samples.NOON, "third"));
        assertThat(bench().load(key).header().agentId()).isEqualTo("first");
    }

    @Test
    default void theAgentNamedAtTheCreationStays() {
        ConversationKey key = bench().key();
        bench().create(key, Samples.titled("Mine"));
        bench().append(bench().load(key), Samples.turn("other", Samples.NOON, "other"));
        assertThat(bench().load(key).header().agentId()).isEqualTo("default");
        assertThat(bench().load(key).turns().getFirst().agentId()).isEqualTo("other");
    }
}
