package dev.danamemory.dynamodb;

import dev.danamemory.chat.Agents;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.IdleConversation;
import dev.danamemory.store.IdleQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A partition of cleanup's index in which something may be due: a status, an agent, a shard.
 *
 * @param agentId or null: conversations that name none
 * @param through the latest activity that counts as idle
 */
record IdlePartition(
        String name, ConversationStatus status, @Nullable String agentId, Instant through) {
    /**
     * Those in which today's settings want something archived or deleted, and those of agents that are not defined, for
     * the run to report what is as idle there.
     *
     * @param noted agents that conversations are of
     */
    static List<IdlePartition> of(Map<String, IdleQuery.Cutoffs> cutoffs, List<String> noted) {
        List<IdlePartition> partitions = new ArrayList<>();
        Optional<Instant> youngest = cutoffs.values().stream()
                .flatMap(cutoff -> Stream.of(cutoff.archive(), cutoff.delete()))
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo);
        youngest.ifPresent(through -> undefined(cutoffs.keySet(), noted)
                .forEach(agentId -> add(partitions, agentId, new IdleQuery.Cutoffs(through, through))));
        cutoffs.forEach((agentId, cutoff) -> add(partitions, agentId, cutoff));
        return partitions;
    }

    private static Stream<String> undefined(Set<String> defined, List<String> noted) {
        return Stream.concat(Stream.of(Agents.DEFAULT), noted.stream())
                .distinct()
                .filter(agentId -> !defined.contains(agentId));
    }

    // conversations that name no agent are the default one's
    private static void add(List<IdlePartition> partitions, String agentId, IdleQuery.Cutoffs cutoff) {
        addAll(partitions, agentId, cutoff);
        if (agentId.equals(Agents.DEFAULT)) {
            addAll(partitions, null, cutoff);
        }
    }

    private static void addAll(List<IdlePartition> partitions, @Nullable String agentId, IdleQuery.Cutoffs cutoff) {
        Stream.of(cutoff.archive(), cutoff.delete())
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .ifPresent(through -> add(partitions, ConversationStatus.ACTIVE, agentId, through));
        Instant delete = cutoff.delete();
        if (delete != null) {
            add(partitions, ConversationStatus.ARCHIVED, agentId, delete);
        }
    }

    private static void add(
            List<IdlePartition> partitions, ConversationStatus status, @Nullable String agentId, Instant through) {
        for (int shard = 0; shard < EntryItem.SHARDS; shard++) {
            String name = EntryItem.indexPartition(status, agentId, shard);
            partitions.add(new IdlePartition(name, status, agentId, through));
        }
    }

    IdleRange range(int limit, @Nullable IdleRow after) {
        return new IdleRange(name, Micros.of(through), limit, after);
    }

    IdleConversation conversation(IdleRow row) {
        return new IdleConversation(Keys.ofEntry(row.entry()), agentId, status, Micros.instant(row.activeAt()));
    }
}
