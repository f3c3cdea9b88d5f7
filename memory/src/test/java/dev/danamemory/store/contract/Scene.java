package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.ConversationStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One conversation at the beginning of a schedule, the model of it, and the judgement at the end. */
final class Scene {
    private static final int FEW = 3;

    private final Bench bench;
    private final ConversationKey key;
    private final Model model = new Model();
    private long generation;

    private Scene(Bench bench) {
        this.bench = bench;
        this.key = bench.key();
    }

    /** A conversation in that state, half an hour after it was last touched. */
    static Scene of(Bench bench, Beginning beginning, int sealing) {
        Scene scene = new Scene(bench);
        switch (beginning) {
            case NOTHING -> {}
            case ERASED -> scene.eraseFewTurns();
            case FEW_TURNS -> scene.importTurns(FEW, "Title");
            case SEAL_DUE -> {
                scene.importTurns(sealing, null);
                scene.model.begun(bench.append(scene.key, "one more").turnId());
            }
        }
        bench.clock().advance(Duration.ofMinutes(31));
        return scene;
    }

    private void eraseFewTurns() {
        importTurns(FEW, "Title");
        bench.erase(key);
        model.erase("");
    }

    // one import takes fewer requests than a create and appends; the imports that are tried are of another file
    private void importTurns(int count, @Nullable String title) {
        DanaFile file = Samples.titled(Samples.file(1, count), title);
        generation = bench.imported(key, file).header().generation();
        List<String> ids = file.turns().stream().map(Turn::turnId).toList();
        model.begin(ids, title, "input 1", count, false);
    }

    ConversationKey key() {
        return key;
    }

    Model model() {
        return model;
    }

    /** Another process. */
    ConversationStore store(StoreFaults faults) {
        return bench.store(faults);
    }

    /** Real answers. */
    record Answers(String first, String second) {}

    /**
     * Fails unless what is stored now, and what the actors were answered, is the outcome of one of the models.
     *
     * @param listed whether the list must agree as well
     */
    void judge(Supplier<String> story, List<Model> allowed, Answers answers, boolean listed) {
        Optional<Observed> observed;
        try {
            ConversationStore fresh = bench.store(StoreFaults.NONE);
            observed = listed ? Observed.of(fresh, key) : Observed.unlisted(fresh, key);
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError(story.get() + ": " + wrong.getMessage(), wrong);
        }
        Optional<Model.Visible> visible = observed.map(Scene::visible);
        Model match = allowed.stream()
                .filter(model -> model.visible().equals(visible)
                        && fits(model, "A", answers.first())
                        && fits(model, "B", answers.second()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s: %s and %s are no outcome of any order, such as %s"
                        .formatted(story.get(), answers, visible, describe(allowed))));
        observed.map(Observed::header).ifPresent(header -> judgeGeneration(story, match, header));
    }

    private static boolean fits(Model model, String actor, String answer) {
        return answer.isEmpty() || model.answer(actor).equals(answer);
    }

    private void judgeGeneration(Supplier<String> story, Model match, ConversationHeader header) {
        if (match.otherGeneration(model)) {
            assertThat(header.generation()).as("generation: %s", story.get()).isGreaterThan(generation);
        } else if (match.mayBeOfOtherGeneration(model)) {
            assertThat(header.generation()).as("generation: %s", story.get()).isGreaterThanOrEqualTo(generation);
        } else {
            assertThat(header.generation()).as("generation: %s", story.get()).isEqualTo(generation);
        }
    }

    private static Model.Visible visible(Observed observed) {
        return new Model.Visible(
                observed.turns().stream().map(Scene::visible).toList(),
                observed.header().shownTitle(),
                observed.summaries().stream().map(summary -> summary.content()).toList());
    }

    private static String visible(Turn turn) {
        return turn.status() == TurnStatus.REDACTED ? turn.turnId() + Model.REDACTED : turn.turnId();
    }

    private static List<String> describe(List<Model> allowed) {
        return allowed.stream()
                .map(model -> "A %s, B %s: %s".formatted(model.answer("A"), model.answer("B"), model.visible()))
                .distinct()
                .toList();
    }

    /** Where a schedule begins. */
    enum Beginning {
        /** There never was one. */
        NOTHING,
        /** It was erased. */
        ERASED,
        /** Three turns and a title. */
        FEW_TURNS,
        /** An imported one and a turn, as many as make the next append the most work. */
        SEAL_DUE
    }
}
