package dev.danamemory.blob;

import dev.danamemory.chat.Agents;
import dev.danamemory.json.JsonReader;
import dev.danamemory.store.IdleConversation;
import dev.danamemory.store.IdlePage;
import dev.danamemory.store.IdleQuery;
import dev.danamemory.store.IdleQuery.Cutoffs;
import dev.danamemory.store.rules.StoredFields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through the list entries of all users; only those that were not written lately are read. */
final class Idling {
    private static final int LISTED = 1_000;
    private static final int READ_AT_ONCE = 50;
    // a run looks at its time between two pages, and few of those that were archived long ago are wanted
    private static final int MOST_READ = 1_000;

    private final Desk desk;
    private final Postponements postponements;

    Idling(Desk desk, Postponements postponements) {
        this.desk = desk;
        this.postponements = postponements;
    }

    IdlePage page(IdleQuery query) {
        Optional<Instant> youngest = youngest(query);
        if (youngest.isEmpty()) {
            return new IdlePage(List.of(), 0, null);
        }
        Set<String> postponed = postponements.all();
        List<IdleConversation> found = new ArrayList<>();
        String after = query.position() == null ? "" : query.position();
        long examined = 0;
        while (true) {
            BlobPage page = desk.blobs().list(desk.layout().allEntries(), after, LISTED);
            List<String> idle = page.entries().stream()
                    .filter(listed -> !listed.modified().isAfter(youngest.get()))
                    .map(BlobEntry::key)
                    .toList();
            for (int from = 0; from < idle.size(); from += READ_AT_ONCE) {
                List<String> some = idle.subList(from, Math.min(idle.size(), from + READ_AT_ONCE));
                read(some)
                        .filter(one -> isWanted(one, query, youngest.get())
                                && !postponed.contains(postponements.name(one.key())))
                        .forEach(found::add);
                examined += some.size();
                if (found.size() >= query.limit() || examined >= MOST_READ) {
                    return new IdlePage(found, examined, some.getLast());
                }
            }
            after = page.entries().isEmpty() ? after : page.entries().getLast().key();
            if (!page.more()) {
                return new IdlePage(found, examined, null);
            }
        }
    }

    private Optional<Instant> youngest(IdleQuery query) {
        return query.cutoffs().values().stream()
                .flatMap(this::moments)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    // archiving writes an entry anew: what is to be deleted then looks younger by the time between the two
    private Stream<@Nullable Instant> moments(Cutoffs cutoffs) {
        Instant archive = cutoffs.archive();
        Instant delete = cutoffs.delete();
        Instant rewritten = archive == null || delete == null || archive.isBefore(delete)
                ? null
                : desk.clock().instant().minus(Duration.between(delete, archive));
        return Stream.of(archive, delete, rewritten);
    }

    private Stream<IdleConversation> read(List<String> keys) {
        return desk.blobs().getAll(keys).stream()
                .flatMap(Optional::stream)
                .map(Idling::entry)
                .flatMap(Optional::stream);
    }

    private static Optional<IdleConversation> entry(Blob blob) {
        try {
            StoredFields file = StoredFields.of(JsonReader.stored().read(blob.bytes()));
            return Stub.read(file).isPresent() ? Optional.empty() : Optional.of(idle(ListEntry.of(file)));
        } catch (RuntimeException damagedAndLeftToTheOwner) {
            return Optional.empty();
        }
    }

    private static IdleConversation idle(ListEntry entry) {
        return new IdleConversation(
                entry.key(), entry.shown().agentId(), entry.shown().status(), entry.activity());
    }

    private static boolean isWanted(IdleConversation idle, IdleQuery query, Instant youngest) {
        @Nullable String agent = idle.agentId();
        @Nullable Cutoffs cutoffs = query.cutoffs().get(agent == null ? Agents.DEFAULT : agent);
        // of an agent that is not defined: the run reports it
        return cutoffs == null ? !idle.activity().isAfter(youngest) : cutoffs.isDue(idle);
    }
}
