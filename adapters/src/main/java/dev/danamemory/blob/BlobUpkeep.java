package dev.danamemory.blob;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.IdlePage;
import dev.danamemory.store.IdleQuery;
import dev.danamemory.store.Meter;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.SweepRun;
import dev.danamemory.store.rules.StoredFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a scheduled run does with conversations kept in blobs. */
public final class BlobUpkeep implements StoreUpkeep {
    // a run has more time than a request; a single conversation of many archives may take some
    private static final Duration LONGEST_STEP = Duration.ofMinutes(10);
    // one object that cannot be read or written must not use up a run
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String POSITION = "position";

    private final BlobParts parts;
    private final Deadline deadline;

    BlobUpkeep(BlobParts parts, @Nullable Deadline deadline) {
        this.parts = parts;
        this.deadline = deadline == null ? Deadline.in(LONGEST_STEP) : deadline;
    }

    @Override
    public StoreUpkeep within(Meter meter, Deadline until) {
        return new BlobUpkeep(parts.within(meter, until), until);
    }

    @Override
    public IdlePage idle(IdleQuery query) {
        Desk desk = desk();
        return desk.contention().read(() -> new Idling(desk, postponements(desk)).page(query));
    }

    @Override
    public Retirement archive(ConversationKey key, Instant idleBefore, int kept) {
        Desk desk = desk();
        return parts.protocols().archiving(desk).archive(key, idleBefore, kept);
    }

    @Override
    public Retirement delete(ConversationKey key, Instant idleBefore) {
        Desk desk = desk();
        Idleness idleness = parts.protocols().idleness(desk);
        return parts.protocols().erasing(desk).eraseIf(key, head -> idleness.isIdle(head, idleBefore));
    }

    @Override
    public boolean archives() {
        return true;
    }

    @Override
    public void postpone(ConversationKey key, Instant until) {
        Desk desk = desk();
        desk.contention().done(() -> postponements(desk).add(key, until));
    }

    @Override
    public SweepRun sweep() {
        return parts.protocols().lateSweep(desk()).run();
    }

    @Override
    public SweepRun sweep(int part, int of) {
        return parts.protocols().lateSweep(desk()).run(part, of);
    }

    @Override
    public Optional<String> checkpoint() {
        Desk desk = desk();
        return desk.contention()
                .read(() -> desk.blobs().get(desk.layout().checkpoint()))
                .flatMap(BlobUpkeep::position);
    }

    // a run that cannot tell where the last one stopped begins at the beginning
    private static Optional<String> position(Blob blob) {
        try {
            return Optional.ofNullable(
                    StoredFields.of(JsonReader.stored().read(blob.bytes())).optionalText(POSITION));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public void checkpoint(Optional<String> position) {
        Desk desk = desk();
        String key = desk.layout().checkpoint();
        byte[] bytes = JsonWriter.bytes(JsonNodeFactory.instance.objectNode().put(POSITION, position.orElse(null)));
        desk.contention().settle(round -> {
            Optional<Blob> there = desk.blobs().get(key);
            Condition condition = there.<Condition>map(blob -> new Condition.Match(blob.version()))
                    .orElseGet(Condition.Absent::new);
            return desk.blobs().put(key, bytes, condition) instanceof PutResult.Stored
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    private Desk desk() {
        return parts.desk(deadline).patient(PATIENCE);
    }

    private Postponements postponements(Desk desk) {
        return new Postponements(desk.blobs(), desk.layout(), parts.keyedHash(desk.blobs()));
    }
}
