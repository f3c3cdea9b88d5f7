package dev.danamemory.store.reference;

import dev.danamemory.store.contract.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Values under names, written on condition. No version is ever used twice, unless that rule is broken. */
final class Cells {
    /** A value and its version, above 0. */
    record Cell(Value value, long version) {}

    private final ConcurrentSkipListMap<String, Cell> cells = new ConcurrentSkipListMap<>();
    private final AtomicLong versions = new AtomicLong();
    private final boolean versionsAreNew;

    Cells(boolean versionsAreNew) {
        this.versionsAreNew = versionsAreNew;
    }

    Optional<Cell> get(String name) {
        return Optional.ofNullable(cells.get(name));
    }

    List<String> names(String prefix) {
        return cells.tailMap(prefix, true).keySet().stream()
                .takeWhile(name -> name.startsWith(prefix))
                .toList();
    }

    /** Puts if the condition holds of what is there, and says the new version, else 0. */
    long put(String name, Predicate<@Nullable Cell> condition, Value value) {
        long version = versionsAreNew ? versions.incrementAndGet() : 1 + Integer.toUnsignedLong(value.hashCode());
        AtomicBoolean done = new AtomicBoolean();
        cells.compute(name, (_, there) -> {
            done.set(condition.test(there)); // computed again when another came between
            return done.get() ? new Cell(value, version) : there;
        });
        return done.get() ? version : 0;
    }

    void delete(String name, Predicate<Cell> condition) {
        cells.computeIfPresent(name, (_, there) -> condition.test(there) ? null : there);
    }

    List<StoredObject> objects() {
        return cells.entrySet().stream()
                .map(cell -> new StoredObject(
                        cell.getKey(), cell.getValue().value().toString().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
