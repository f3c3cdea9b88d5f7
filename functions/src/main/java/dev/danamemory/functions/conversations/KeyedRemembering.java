package dev.danamemory.functions.conversations;

import dev.danamemory.chat.IdempotencyKeys;
import dev.danamemory.chat.KeyRuling;
import dev.danamemory.chat.RequestKey;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Conflicts;
import dev.danamemory.functions.http.KeyProblems;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.HeldClaim;
import java.util.Optional;
import java.util.function.Function;

/** Remembers a turn under an idempotency key. */
record KeyedRemembering(Remembering remembering) {
    private static final int CREATED = 201;

    Answer answer(Request request, RequestKey key) {
        Ports ports = remembering.ports();
        IdempotencyKeys keys = new IdempotencyKeys(remembering.store(), ports.ids(), ports.clock(), request.user());
        Optional<Conversation> loaded = remembering.load();
        KeyRuling ruling = keys.rule(
                key,
                loaded.orElse(null),
                remembering.key().conversationId(),
                remembering.posted().turnId(),
                request.deadline());
        return switch (ruling) {
            case KeyRuling.Settled settled -> settled(settled);
            case KeyRuling.Proceed proceed -> proceed(keys, key, proceed);
        };
    }

    private Answer proceed(IdempotencyKeys keys, RequestKey key, KeyRuling.Proceed proceed) {
        Optional<Conversation> there = proceed.conversation();
        if (there.isPresent()) {
            return stored(keys, key, proceed, id -> remembering.stored(there.get(), id));
        }
        Conversation made = remembering.made(proceed.held().claim().birth());
        return switch (keys.made(key, proceed.held(), made)) {
            case KeyRuling.Settled settled -> settled(settled);
            case KeyRuling.Proceed placed ->
                stored(
                        keys,
                        key,
                        placed,
                        id -> remembering.storedInNew(placed.conversation().orElse(made), id));
        };
    }

    private Answer stored(
            IdempotencyKeys keys, RequestKey key, KeyRuling.Proceed proceed, Function<String, Answer> storing) {
        HeldClaim held = proceed.held();
        try {
            Answer answer = storing.apply(held.claim().turnId());
            return answer.status() == CREATED ? answer : known(keys, key, held, answer);
        } catch (RuntimeException failure) {
            keys.end(key, held);
            throw failure;
        }
    }

    // the turn was there before the key: a repeat will not find it behind the claim, and must not wait for it
    private static Answer known(IdempotencyKeys keys, RequestKey key, HeldClaim held, Answer answer) {
        keys.end(key, held);
        return held.claim().attempt() > 1 ? answer.with("Idempotency-Replayed", "true") : answer;
    }

    private Answer settled(KeyRuling.Settled ruling) {
        return switch (ruling) {
            case KeyRuling.Replay replay -> remembering.created(replay.turn()).with("Idempotency-Replayed", "true");
            case KeyRuling.Reused reused -> throw new ProblemException(KeyProblems.reused());
            case KeyRuling.InProgress busy -> throw new ProblemException(KeyProblems.inProgress(busy.retryAfter()));
            case KeyRuling.TurnGone gone -> throw new ProblemException(Conflicts.turnGone());
        };
    }
}
