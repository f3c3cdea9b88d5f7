package dev.danamemory.functions;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.store.IdleConversation;
import dev.danamemory.store.IdlePage;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.SweepRun;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Upkeep of which a test says what is idle and what becomes of it; what is asked of it is written down. */
final class ScriptedUpkeep {
    final List<IdleConversation> idle = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    /** What archiving and deleting throw. */
    Optional<RuntimeException> fault = Optional.empty();
    /** What everything throws. */
    Optional<RuntimeException> outage = Optional.empty();
    /** What becomes of archiving and deleting. */
    Retirement outcome = new Retirement.Done(12);

    /** Adds a conversation of user {@code alice-zebra} and agent {@code brief}. */
    ScriptedUpkeep idle(String id, int days) {
        idle.add(new IdleConversation(
                new ConversationKey(new UserId("alice-zebra"), id),
                "brief",
                ConversationStatus.ACTIVE,
                TestApi.NOW.minus(Duration.ofDays(days))));
        return this;
    }

    StoreUpkeep upkeep() {
        return (StoreUpkeep) Proxy.newProxyInstance(
                ScriptedUpkeep.class.getClassLoader(),
                new Class<?>[] {StoreUpkeep.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "within" -> proxy;
                    case "archives" -> true;
                    default -> answer(method.getName(), arguments);
                });
    }

    private synchronized @Nullable Object answer(String method, Object @Nullable [] arguments) {
        asked.add(method);
        throwIfAny(outage);
        return switch (method) {
            case "idle" -> new IdlePage(idle, 7, null);
            case "sweep" -> new SweepRun(isFirstPart(arguments) ? 2 : 0, 0, true);
            case "archive", "delete" -> {
                throwIfAny(fault);
                yield outcome;
            }
            case "checkpoint" -> arguments == null ? Optional.empty() : null;
            default -> null;
        };
    }

    private static boolean isFirstPart(Object @Nullable [] arguments) {
        return arguments == null || arguments[0].equals(0);
    }

    private static void throwIfAny(Optional<RuntimeException> failure) {
        failure.ifPresent(thrown -> {
            throw thrown;
        });
    }
}
