package dev.danamemory.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import dev.danamemory.search.SeededTexts;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold whatever the shares are: never over the budget, the newest turn present, no hole, no surprise. */
class BudgetPropertyTest {
    private final TokenCounter o200k = new O200k();
    private final ContextAssembler assembler = new ContextAssembler(o200k, new WindowRelevantTurns());

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void budgetsHold(long seed) {
        SeededTexts texts = new SeededTexts(seed);
        MemoryView view = Views.random(texts);
        ContextRequest request = Views.randomRequest(texts, 256 + texts.below(texts.pick(List.of(100, 2_000, 20_000))));
        AssembledContext context;
        try {
            context = assembler.assemble(view, request);
        } catch (QueryTooLargeException refused) {
            assertThat(refused.needed()).isGreaterThan(request.tokenBudget());
            int alone = o200k.count(ContextText.query(request));
            assertThat(refused.fitsAlone() && alone > request.tokenBudget()).isFalse();
            if (refused.fitsAlone()) {
                assertThat(assembler
                                .assemble(view, withBudget(request, refused.needed()))
                                .tokens()
                                .getAsInt())
                        .isLessThanOrEqualTo(refused.needed());
            }
            // the note of a cut takes some 30 tokens, so no smaller query is ever refused
            assertThat(o200k.count(ContextText.query(request))).isGreaterThan(request.tokenBudget() - 120);
            return;
        }
        int steps = context.turns().stream()
                .filter(one -> request.includeSteps() && one.reason() == ContextTurn.Reason.RECENT)
                .filter(one -> !one.turn().steps().isEmpty())
                .mapToInt(one -> o200k.count(StepMessages.json(one.turn().steps())))
                .sum();
        assertThat(context.tokens().getAsInt()).isEqualTo(o200k.count(context.text()) + steps);
        assertThat(context.tokens().getAsInt()).isLessThanOrEqualTo(request.tokenBudget());
        assertThat(Unicode.isWellFormed(context.text())).isTrue();
        assertThat(context.text()).endsWith("Current user query: " + request.query());
        assertThat(context.text().startsWith("[Conversation info: ")).isEqualTo(view.totalTurns() > view.window());
        assertThat(assembler.assemble(view, request).text()).isEqualTo(context.text());
        assertTurns(view, request, context);
        assertSummaries(view, request, context);
    }

    private static void assertTurns(MemoryView view, ContextRequest request, AssembledContext context) {
        List<Turn> complete = view.turns().stream().filter(Turn::isComplete).toList();
        List<Long> recent = numbers(context, ContextTurn.Reason.RECENT);
        List<Long> relevant = numbers(context, ContextTurn.Reason.RELEVANT);
        List<Long> newest = complete.stream()
                .map(Turn::turnNumber)
                .skip(complete.size() - (long) recent.size())
                .toList();
        assertThat(recent).isEqualTo(newest).hasSizeLessThanOrEqualTo(request.maxTurns());
        assertThat(recent.isEmpty()).isEqualTo(complete.isEmpty() || request.maxTurns() == 0);
        assertThat(relevant).isSorted().noneMatch(recent::contains);
        assertThat(relevant).hasSizeLessThanOrEqualTo(request.relevantTurns());
        for (ContextTurn shown : context.turns()) {
            Turn stored = view.turns().stream()
                    .filter(turn -> turn.turnNumber() == shown.turn().turnNumber())
                    .findFirst()
                    .orElseThrow();
            if (shown.cut()) {
                assertThat(shown.turn().turnNumber())
                        .isEqualTo(complete.getLast().turnNumber());
            } else {
                assertThat(shown.turn()).isEqualTo(stored);
            }
        }
    }

    private static void assertSummaries(MemoryView view, ContextRequest request, AssembledContext context) {
        int size = view.summaries().size();
        List<Summary> last = view.summaries().subList(Math.max(0, size - 3), size);
        assertThat(last.stream().filter(context.summaries()::contains).toList()).isEqualTo(context.summaries());
        assertThat(request.includeSummaries() || context.summaries().isEmpty()).isTrue();
    }

    private static List<Long> numbers(AssembledContext context, ContextTurn.Reason reason) {
        return context.turns().stream()
                .filter(one -> one.reason() == reason)
                .map(one -> one.turn().turnNumber())
                .toList();
    }

    private static ContextRequest withBudget(ContextRequest request, int budget) {
        return new ContextRequest(
                request.query(),
                request.maxTurns(),
                request.relevantTurns(),
                request.includeSummaries(),
                budget,
                request.taskType(),
                request.includeSteps());
    }

    /** Queries that leave next to nothing, so that nearly all are refused. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBudgetThatIsNamedSuffices(long seed) {
        SeededTexts texts = new SeededTexts(seed);
        MemoryView view = Views.random(texts);
        ContextRequest any = Views.randomRequest(texts, 256);
        int alone = o200k.count(ContextText.query(any));
        ContextRequest tight = withBudget(any, Math.max(256, alone + texts.below(60)));
        try {
            assertThat(assembler.assemble(view, tight).tokens().getAsInt()).isLessThanOrEqualTo(tight.tokenBudget());
        } catch (QueryTooLargeException refused) {
            AssembledContext raised = assembler.assemble(view, withBudget(tight, refused.needed()));
            assertThat(raised.tokens().getAsInt()).isLessThanOrEqualTo(refused.needed());
            assertThat(raised.turns()).as("only a turn can be what did not fit").isNotEmpty();
        }
    }
}
