package dev.danamemory.cleanup;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.IdleConversation;
import dev.danamemory.store.IdlePage;
import dev.danamemory.store.IdleQuery;
import dev.danamemory.store.IdleQuery.Cutoffs;
import dev.danamemory.store.Meter;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.SweepRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Conversations without turns, in memory, in the order of their ids; what is asked of them is written down. */
final class FakeUpkeep implements StoreUpkeep {
    static final UserId USER = new UserId("alice");

    final NavigableMap<String, IdleConversation> conversations = new ConcurrentSkipListMap<>();
    final Map<String, Instant> postponed = new ConcurrentHashMap<>();
    final List<String> changes = new CopyOnWriteArrayList<>();
    final List<IdleQuery> queries = new CopyOnWriteArrayList<>();
    final List<Integer> kept = new CopyOnWriteArrayList<>();
    boolean hasArchive = true;
    int pageSize = 3;
    SweepRun sweep = new SweepRun(0, 0, true);
    Optional<String> checkpoint = Optional.empty();
    /** What becomes of archiving or deleting that conversation; nothing: it is done. */
    Function<String, Optional<Retirement>> outcome = id -> Optional.empty();
    /** Called before every method, with its name. */
    Function<String, Optional<RuntimeException>> fault = method -> Optional.empty();

    FakeUpkeep with(String id, String agentId, Instant activity) {
        return with(id, agentId, ConversationStatus.ACTIVE, activity);
    }

    FakeUpkeep with(String id, String agentId, ConversationStatus status, Instant activity) {
        conversations.put(id, new IdleConversation(new ConversationKey(USER, id), agentId, status, activity));
        return this;
    }

    private void enter(String method) {
        fault.apply(method).ifPresent(failure -> {
            throw failure;
        });
    }

    @Override
    public StoreUpkeep within(Meter meter, Deadline deadline) {
        return this;
    }

    @Override
    public IdlePage idle(IdleQuery query) {
        enter("idle");
        queries.add(query);
        String after = query.position() == null ? "" : query.position();
        List<IdleConversation> page = conversations.tailMap(after, false).values().stream()
                .limit(pageSize)
                .toList();
        boolean isLast = page.size() < pageSize;
        return new IdlePage(
                page.stream().filter(one -> isIdle(one, query)).toList(),
                page.size(),
                isLast ? null : page.getLast().key().conversationId());
    }

    private boolean isIdle(IdleConversation one, IdleQuery query) {
        if (postponed.containsKey(one.key().conversationId())) {
            return false;
        }
        String agentId = one.agentId() == null ? "default" : one.agentId();
        Cutoffs cutoffs = query.cutoffs().get(agentId);
        List<Instant> latest = new ArrayList<>();
        if (cutoffs != null && cutoffs.archive() != null && one.status() == ConversationStatus.ACTIVE) {
            latest.add(cutoffs.archive());
        }
        if (cutoffs != null && cutoffs.delete() != null) {
            latest.add(cutoffs.delete());
        }
        return cutoffs == null
                || latest.stream().anyMatch(cutoff -> !one.activity().isAfter(cutoff));
    }

    @Override
    public Retirement archive(ConversationKey key, Instant idleBefore, int keptTurns) {
        kept.add(keptTurns);
        return retire("archive", key, idleBefore);
    }

    @Override
    public Retirement delete(ConversationKey key, Instant idleBefore) {
        return retire("delete", key, idleBefore);
    }

    private Retirement retire(String action, ConversationKey key, Instant idleBefore) {
        String id = key.conversationId();
        enter(action + " " + id);
        Optional<Retirement> told = outcome.apply(id);
        return told.isPresent() ? told.get() : retired(action, id, idleBefore);
    }

    // as in a store, of two who retire the same one finds it there
    private synchronized Retirement retired(String action, String id, Instant idleBefore) {
        IdleConversation present = conversations.get(id);
        if (present == null) {
            return new Retirement.Absent();
        }
        if (present.activity().isAfter(idleBefore)) {
            return new Retirement.InUse();
        }
        changes.add(action + " " + id);
        if (action.equals("delete")) {
            conversations.remove(id);
        } else {
            with(id, present.agentId(), ConversationStatus.ARCHIVED, present.activity());
        }
        return new Retirement.Done(10);
    }

    @Override
    public boolean archives() {
        return hasArchive;
    }

    @Override
    public void postpone(ConversationKey key, Instant until) {
        enter("postpone");
        postponed.put(key.conversationId(), until);
    }

    @Override
    public SweepRun sweep() {
        enter("sweep");
        changes.add("sweep");
        return sweep;
    }

    @Override
    public Optional<String> checkpoint() {
        enter("checkpoint");
        return checkpoint;
    }

    @Override
    public void checkpoint(Optional<String> position) {
        enter("checkpoint to write");
        changes.add("checkpoint " + position.orElse("cleared"));
        checkpoint = position;
    }
}
