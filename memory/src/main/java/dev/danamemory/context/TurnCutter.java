package dev.danamemory.context;

import dev.danamemory.model.Turn;
import java.util.List;
import java.util.Optional;

/** Shortens a turn to a number of tokens: the middle of its longest side goes, and of the other one too if need be. */
final class TurnCutter {
    private final TokenCounter counter;

    TurnCutter(TokenCounter counter) {
        this.counter = counter;
    }

    /** The turn without its steps, its lines in at most so many tokens, or nothing when that is not to be had. */
    Optional<Turn> cut(Turn turn, int room) {
        Turn bare = withTexts(turn, turn.userInput(), turn.agentResponse());
        if (new CountedText(lines(bare), counter).fits(room)) {
            return Optional.of(bare);
        }
        CutText input = new CutText(turn.userInput(), counter);
        CutText response = new CutText(turn.agentResponse(), counter);
        int forTexts = room - counter.count(lines(withTexts(turn, "", "")));
        while (forTexts > 0) {
            int half = forTexts / 2;
            int forInput = Math.max(half, forTexts - response.tokens());
            int forResponse = Math.max(half, forTexts - input.tokens());
            Optional<String> newInput = input.to(forInput);
            Optional<String> newResponse = response.to(forResponse);
            if (newInput.isEmpty() || newResponse.isEmpty()) {
                return Optional.empty();
            }
            Turn cut = withTexts(turn, newInput.get(), newResponse.get());
            int over = counter.count(lines(cut)) - room;
            if (over <= 0) {
                return Optional.of(cut);
            }
            // what two texts take together need not be the sum of what each takes
            forTexts -= over;
        }
        return Optional.empty();
    }

    /** About how many tokens the turn takes when as much of it is left out as possible. */
    int least(Turn turn) {
        String input = new CutText(turn.userInput(), counter).least();
        String response = new CutText(turn.agentResponse(), counter).least();
        return counter.count(lines(withTexts(turn, input, response)));
    }

    private static String lines(Turn turn) {
        return ContextText.lines(turn) + "\n\n";
    }

    private static Turn withTexts(Turn turn, String userInput, String agentResponse) {
        return new Turn(
                turn.turnId(),
                turn.turnNumber(),
                userInput,
                agentResponse,
                turn.timestamp(),
                turn.metadata(),
                turn.status(),
                turn.agentId(),
                turn.contextThrough(),
                turn.replaces(),
                List.of(),
                turn.attachments(),
                turn.more());
    }
}
