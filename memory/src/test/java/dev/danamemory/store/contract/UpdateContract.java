package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationChange.Title;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.NewConversation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes of title, metadata and status. */
public interface UpdateContract extends Clauses {
    @Test
    default void aTitleIsSetAndDerivedAgain() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().append(key, "first message");
        assertThat(update(key, new Title.Set("Mine"), null, null).title()).isEqualTo("Mine");
        assertThat(bench().observe(key).header().shownTitle()).isEqualTo("Mine");
        assertThat(update(key, new Title.Keep(), null, null).title()).isEqualTo("Mine");
        ConversationHeader derived = update(key, new Title.Derive(), null, null);
        assertThat(derived.title()).isNull();
        assertThat(derived.shownTitle()).isEqualTo("first message");
        assertThat(bench().observe(key).header()).isEqualTo(derived);
        assertThat(bench().list(key.user()).getFirst().title()).isEqualTo("first message");
    }

    @Test
    default void aTitleThatTheCallerSetStaysThroughAClear() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().append(key, "first message");
        update(key, new Title.Set("Mine"), null, null);
        bench().clear(key);
        assertThat(bench().observe(key).header().title()).isEqualTo("Mine");
    }

    @Test
    default void metadataIsMerged() {
        ConversationKey key = bench().key();
        ObjectNode begin = Samples.json("{'a': 1.50, 'b': {'c': 1, 'd': [1, 2]}, 'e': 'x'}");
        bench().create(key, new NewConversation(null, null, null, begin));
        ObjectNode patch =
                Samples.json("{'b': {'c': null, 'd': [3], 'f': {'g': null}}, 'e': null, 'h': 12345678901234567890.0}");
        update(key, new Title.Keep(), patch, null);
        assertThat(bench().observe(key).header().metadata())
                .isEqualTo(Samples.json("{'a': 1.50, 'b': {'d': [3], 'f': {}}, 'h': 12345678901234567890.0}"));
    }

    @Test
    default void metadataOfNullIsNoneAndLeavesTheRest() {
        ConversationKey key = bench().key();
        bench().create(key, new NewConversation(null, "Mine", null, Samples.json("{'a': 1, 'b': {'c': 2}}")));
        ConversationHeader emptied = update(key, new Title.Keep(), NullNode.getInstance(), null);
        assertThat(emptied.metadata()).isEmpty();
        assertThat(bench().observe(key).header()).isEqualTo(emptied);
        assertThat(emptied.title()).isEqualTo("Mine");
        assertThat(update(key, new Title.Keep(), Samples.json("{'d': 3}"), null).metadata())
                .isEqualTo(Samples.json("{'d': 3}"));
    }

    @Test
    default void metadataThatBecomesTooLargeIsRefusedAndNothingChanges() {
        ConversationKey key = bench().key();
        bench().create(key, new NewConversation(null, "Mine", null, large("a")));
        Observed before = bench().observe(key);
        var change = new ConversationChange(new Title.Set("Other"), large("b"), ConversationStatus.ARCHIVED);
        assertThatThrownBy(() -> bench().store().update(key, change)).isInstanceOf(InvalidInputException.class);
        assertThat(bench().observe(key)).isEqualTo(before);
    }

    private static ObjectNode large(String name) {
        return Samples.none().put(name, "x".repeat(9_000));
    }

    @Test
    default void aStatusIsALabel() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 45);
        Observed before = bench().observe(key);
        assertThat(update(key, new Title.Keep(), null, ConversationStatus.ARCHIVED)
                        .status())
                .isEqualTo(ConversationStatus.ARCHIVED);
        Observed archived = bench().observe(key);
        assertThat(archived.turns()).isEqualTo(before.turns());
        assertThat(archived.header().generation()).isEqualTo(before.header().generation());
        assertThat(update(key, new Title.Keep(), null, ConversationStatus.ACTIVE)
                        .status())
                .isEqualTo(ConversationStatus.ACTIVE);
    }

    @Test
    default void nothingIsChangedWhereNothingIs() {
        ConversationKey key = bench().key();
        var change = new ConversationChange(new Title.Set("Mine"), null, null);
        assertThat(bench().store().update(key, change)).isEmpty();
        bench().create(key);
        bench().erase(key);
        assertThat(bench().store().update(key, change)).isEmpty();
        bench().observeNothing(key);
    }

    private ConversationHeader update(
            ConversationKey key, Title title, @Nullable JsonNode patch, @Nullable ConversationStatus status) {
        return bench().update(key, new ConversationChange(title, patch, status)).header();
    }
}
