package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** The store's protocols, each with one rule taken out: those of beginnings and ends. */
final class EndingMutants {
    private static final long LAST_GENERATION = 100_000_000_000_000L;

    private EndingMutants() {}

    static Protocols clearKeepsGeneration() {
        return new Protocols() {
            @Override
            Looking looking(Table table) {
                return new Looking(table) {
                    @Override
                    long generation(Root root, Fence fence) {
                        return root.generation();
                    }
                };
            }
        };
    }

    static Protocols beginning(boolean knowsLast, boolean knowsOwn, boolean knowsUserErase) {
        return new Protocols() {
            @Override
            Beginning beginning(Desk desk) {
                return new Beginning(desk, finishing(desk), keeping(desk), erasing(desk)) {
                    @Override
                    long generation(long last, Instant now) {
                        return super.generation(knowsLast ? last : 0, now);
                    }

                    @Override
                    boolean isOwn(String birth, Draft draft) {
                        return knowsOwn && super.isOwn(birth, draft);
                    }

                    @Override
                    boolean isErasedSince(UserId user, Instant start) {
                        return knowsUserErase && super.isErasedSince(user, start);
                    }
                };
            }
        };
    }

    /** Sweeps nothing, or everything. */
    static Protocols sweeps(boolean any) {
        return new Protocols() {
            @Override
            Sweeps sweeps(Table table, ArchivedTurns archive, InstantSource clock) {
                return new Sweeps(table, archive, clock) {
                    @Override
                    OptionalLong sweep(ConversationKey key, long through, Contention contention) {
                        return any ? super.sweep(key, LAST_GENERATION, contention) : OptionalLong.of(0);
                    }
                };
            }
        };
    }

    /** Frees every place that it sweeps. */
    static Protocols leavesNoKeepers() {
        return new Protocols() {
            @Override
            Sweeps sweeps(Table table, ArchivedTurns archive, InstantSource clock) {
                return new Sweeps(table, archive, clock) {
                    @Override
                    boolean isRecent(Item item) {
                        return false;
                    }
                };
            }
        };
    }

    static Protocols erasing(boolean finishesOthers, boolean stopsCreates, boolean marksFirst) {
        return new Protocols() {
            @Override
            Erasing erasing(Desk desk) {
                return new Erasing(desk, finishing(desk)) {
                    @Override
                    boolean isFinished(Stub stub) {
                        return !finishesOthers || super.isFinished(stub);
                    }

                    @Override
                    boolean isEntered(ConversationKey key) {
                        return stopsCreates && super.isEntered(key);
                    }

                    @Override
                    Optional<Marked> mark(ConversationKey key) {
                        if (!marksFirst) {
                            desk.sweeps().sweep(key, LAST_GENERATION, desk.contention());
                        }
                        return super.mark(key);
                    }
                };
            }
        };
    }
}
