package dev.danamemory.store.reference;

import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.contract.StoreCall;
import dev.danamemory.store.contract.StoreFault;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.store.reference.Cells.Cell;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the cells, each through the faults, counted, and sent again when it went wrong. A conditional write that
 * was sent again may say that its condition failed though its first sending succeeded: who asked must look.
 */
record Backend(Cells cells, StoreFaults faults, Meter meter) {
    private static final int ATTEMPTS = 4;
    private static final long REQUEST_BYTES = 20;

    Optional<Cell> get(String name) {
        return read(
                "get " + kind(name),
                () -> cells.get(name),
                found -> found.map(cell -> cell.value().bytes()).orElse(0L));
    }

    List<String> list(String prefix) {
        return read("list " + kind(prefix), () -> cells.names(prefix), names -> names.size() * REQUEST_BYTES);
    }

    /** Puts where nothing is; says the version, or 0 when something is there. */
    long putIfAbsent(String name, Value value) {
        return put("put-if-absent ", name, there -> there == null, value);
    }

    /** Puts over that version; says the new version, or 0 when that one is not there. */
    long putIfMatch(String name, long version, Value value) {
        return put("put-if-match ", name, there -> there != null && there.version() == version, value);
    }

    /** Puts over that version, or where nothing is if that is empty. */
    long put(String name, Optional<Cell> there, Value value) {
        return there.isPresent() ? putIfMatch(name, there.get().version(), value) : putIfAbsent(name, value);
    }

    /** Puts, whatever is there. */
    long putAnyway(String name, Value value) {
        return put("put ", name, _ -> true, value);
    }

    private long put(String verb, String name, Predicate<@Nullable Cell> condition, Value value) {
        return write(verb + kind(name), () -> cells.put(name, condition, value), value.bytes());
    }

    void delete(String name) {
        write("delete " + kind(name), () -> remove(name, _ -> true), REQUEST_BYTES);
    }

    void deleteIfMatch(String name, long version) {
        write("delete-if-match " + kind(name), () -> remove(name, cell -> cell.version() == version), REQUEST_BYTES);
    }

    private boolean remove(String name, Predicate<Cell> condition) {
        cells.delete(name, condition);
        return true;
    }

    private static String kind(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    private <T> T read(String name, Supplier<T> request, ToLongFunction<T> bytes) {
        T answer = ask(StoreCall.read(name), request);
        meter.read(bytes.applyAsLong(answer));
        return answer;
    }

    private <T> T write(String name, Supplier<T> request, long bytes) {
        T answer = ask(StoreCall.write(name), request);
        meter.write(bytes);
        return answer;
    }

    private static void deliver(Supplier<?> request) {
        var _ = request.get();
    }

    private <T> T ask(StoreCall call, Supplier<T> request) {
        StoreFault last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                faults.before(call, () -> deliver(request));
                T answer = request.get();
                faults.after(call, () -> deliver(request));
                return answer;
            } catch (StoreFault fault) {
                last = fault;
            }
        }
        throw new StoreUnavailableException("out of reach", Duration.ofSeconds(1), last);
    }
}
