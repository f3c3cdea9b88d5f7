package dev.danamemory.store.contract;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.NewConversation;
import java.util.List;
import java.util.stream.IntStream;

/** All that can happen to a conversation before its end, with a marker in every text. */
final class Life {
    /** Stands in every text that is stored. */
    static final String MARKER = "xyzzy";

    private Life() {}

    /** Turns with the marker. */
    static List<NewTurn> marked(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> Samples.turn(MARKER + " turn " + n))
                .toList();
    }

    /** Makes it, with several objects of each kind. */
    static void live(ConversationStore store, ConversationKey key) {
        String metadata = "{'note': '" + MARKER + "'}";
        store.create(key, new NewConversation(null, MARKER + " title", MARKER, Samples.json(metadata)));
        Conversation last = store.load(key, 20).orElseThrow();
        for (var turn : marked(45)) {
            last = Bench.appended(store.append(last, turn, Bench.SETTINGS)).conversation();
        }
        for (int first = 1; first <= 40; first += 10) {
            Conversation loaded = store.load(key, 20).orElseThrow();
            store.summarise(loaded, Samples.summary(MARKER + " summary", first, first + 9));
        }
    }
}
