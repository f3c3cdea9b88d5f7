package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.rules.Archived;
import dev.danamemory.store.rules.ImportedHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file on its way: the newest turns an item each, as if they had been appended, older ones several to an item. */
final class Upload implements Draft {
    private static final int LEAST_SINGLE = 20;
    private static final int MOST_IN_BLOCK = 100;
    private static final long LARGEST_BLOCK = 32 * 1024;

    private final Desk desk;
    private final ConversationKey key;
    private final String birth;
    private final ImportRequest request;
    private final Instant now;
    private final ImportedHistory imported;
    private final Set<String> epochs = new HashSet<>();

    Upload(Desk desk, ConversationKey key, String birth, ImportRequest request, Instant now) {
        this.desk = desk;
        this.key = key;
        this.birth = birth;
        this.request = request;
        this.now = now;
        this.imported = new ImportedHistory(request, now);
    }

    @Override
    public ConversationKey key() {
        return key;
    }

    @Override
    public String birth() {
        return birth;
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public Root begin(long generation, String epoch) {
        epochs.add(epoch);
        DanaFile file = request.file();
        List<Turn> turns = file.turns();
        int single =
                Math.min(turns.size(), Math.max(LEAST_SINGLE, request.settings().window()));
        List<Turn> older = turns.subList(0, turns.size() - single);
        putBlocks(epoch, older);
        History.Log log = log(older);
        turns.subList(older.size(), turns.size()).forEach(turn -> putTurn(epoch, turn, log.sessions()));
        int sealed = Math.max(0, file.summaries().size() - Summaries.KEPT);
        Root root = root(
                generation,
                epoch,
                log,
                keep(epoch, file.summaries().subList(sealed, file.summaries().size())));
        for (int n = 0; n < sealed; n++) {
            Summary summary = file.summaries().get(n);
            long ordinal = n + 1L;
            desk.contention().done(() -> desk.summaries().seal(key, root, ordinal, summary));
        }
        return root;
    }

    private History.Log log(List<Turn> older) {
        return new History.Log(
                imported.firstTurn(),
                request.file().totalTurns(),
                imported.sessionCount(),
                older.isEmpty() ? 0 : older.getLast().turnNumber());
    }

    private List<KeptSummary> keep(String epoch, List<Summary> summaries) {
        return summaries.stream()
                .map(summary -> desk.contention().read(() -> desk.summaries().keep(key, epoch, summary)))
                .toList();
    }

    private Root root(long generation, String epoch, History.Log log, List<KeptSummary> summaries) {
        DanaFile file = request.file();
        Labels labels = new Labels(
                request.agentId(),
                file.title(),
                imported.derivedTitle(),
                false,
                ConversationStatus.ACTIVE,
                file.metadata());
        History history = new History(
                log, summaries, file.summaries().size(), putMore(epoch), request.digest(), List.of(), Archived.NOTHING);
        return new Root(birth, 1, generation, epoch, labels, times(log), history);
    }

    private Root.Times times(History.Log log) {
        return new Root.Times(imported.createdAt(), imported.updatedAt(), now, log.last());
    }

    private @Nullable Body putMore(String epoch) {
        if (request.file().more().isEmpty()) {
            return null;
        }
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        request.file().more().forEach(more::set);
        Bodies.Draft draft = desk.bodies().draftOfParts(more);
        desk.contention().done(() -> desk.bodies().writeParts(key, epoch, draft));
        return draft.body();
    }

    private void putTurn(String epoch, Turn turn, long sessions) {
        Bodies.Draft draft = desk.bodies().draft(Turns.content(turn));
        Running running = new Running(sessions, null, now, null, null, false);
        Item item = Turns.item(Keys.turn(key, epoch, turn.turnNumber()), turn, running, draft.body());
        put(epoch, draft, item);
    }

    private void putBlocks(String epoch, List<Turn> older) {
        List<Turn> block = new ArrayList<>();
        long bytes = 0;
        for (Turn turn : older) {
            long size = JsonWriter.bytes(TurnJson.stored(turn)).length;
            if (!block.isEmpty() && (bytes + size > LARGEST_BLOCK || block.size() == MOST_IN_BLOCK)) {
                putBlock(epoch, block);
                block.clear();
                bytes = 0;
            }
            block.add(turn);
            bytes += size;
        }
        if (!block.isEmpty()) {
            putBlock(epoch, block);
        }
    }

    private void putBlock(String epoch, List<Turn> block) {
        Bodies.Draft draft = desk.bodies().draft(Turns.content(block));
        ItemKey place = Keys.turn(key, epoch, block.getFirst().turnNumber());
        put(epoch, draft, Turns.item(place, block.getLast().turnNumber(), draft.body()));
    }

    // on condition, though nobody knows the place: delivered once more it must not undo a redaction
    private void put(String epoch, Bodies.Draft draft, Item item) {
        desk.contention().done(() -> desk.bodies().writeParts(key, epoch, draft));
        desk.contention().done(() -> desk.table().put(item, Condition.nothing()));
    }

    /** Deletes what was uploaded in vain; what is left is swept an hour later. */
    void takeBack() {
        try {
            desk.contention()
                    .done(() -> epochs.forEach(epoch -> desk.sweeps().sweepEpoch(key, epoch, desk.contention())));
        } catch (StoreUnavailableException sweptLater) {
            return;
        }
    }
}
