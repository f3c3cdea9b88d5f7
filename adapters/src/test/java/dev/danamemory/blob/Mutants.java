package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.TurnArchive;
import dev.danamemory.summary.Summariser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The blob store's protocols, each with one rule taken out. */
final class Mutants {
    private Mutants() {}

    static Protocols appending(
            boolean looksForOwn, boolean looksInBlocks, boolean comparesBirth, boolean comparesEpoch) {
        return new Protocols() {
            @Override
            Appending appending(Desk desk) {
                return new Appending(desk, keeping(desk), sealing(desk), reading(desk)) {
                    @Override
                    Optional<Turn> ownTurn(Head head, long loadedLast, String turnId) {
                        if (!looksForOwn) {
                            return Optional.empty();
                        }
                        return looksInBlocks
                                ? super.ownTurn(head, loadedLast, turnId)
                                : super.ownTurn(head, Math.max(loadedLast, head.firstHot() - 1), turnId);
                    }

                    @Override
                    boolean isSameBirth(ConversationHeader now, ConversationHeader loaded) {
                        return !comparesBirth || super.isSameBirth(now, loaded);
                    }

                    @Override
                    boolean isSameEpoch(ConversationHeader now, ConversationHeader loaded) {
                        return !comparesEpoch || super.isSameEpoch(now, loaded);
                    }
                };
            }
        };
    }

    static Protocols headKeepsAll() {
        return new Protocols() {
            @Override
            Sealing sealing(Desk desk) {
                return new Sealing(desk.blocks()) {
                    @Override
                    Head relieve(Head head, int window) {
                        return head;
                    }
                };
            }
        };
    }

    static Protocols clearKeepsGeneration() {
        return new Protocols() {
            @Override
            Clearing clearing(Desk desk) {
                return new Clearing(desk, keeping(desk)) {
                    @Override
                    long generation(long old, Instant now) {
                        return old;
                    }
                };
            }
        };
    }

    static Protocols beginning(boolean knowsLast, boolean knowsOwn) {
        return new Protocols() {
            @Override
            Beginning beginning(Desk desk) {
                return new Beginning(desk, keeping(desk)) {
                    @Override
                    long generation(long last, Instant now) {
                        return super.generation(knowsLast ? last : 0, now);
                    }

                    @Override
                    boolean isOwn(String birth, Draft draft) {
                        return knowsOwn && super.isOwn(birth, draft);
                    }
                };
            }
        };
    }

    /** Sweeps nothing, or everything. */
    static Protocols sweeps(boolean any) {
        return new Protocols() {
            @Override
            Sweeps sweeps(Blobs blobs, Layout layout, TurnArchive archive, NewIds ids, InstantSource clock) {
                return new Sweeps(blobs, layout, archive, ids, clock) {
                    @Override
                    OptionalLong sweep(ConversationKey key, long through, Contention contention) {
                        return any ? super.sweep(key, Long.MAX_VALUE, contention) : OptionalLong.of(0);
                    }
                };
            }
        };
    }

    static Protocols eraseLeavesOthersAlone() {
        return new Protocols() {
            @Override
            Erasing erasing(Desk desk) {
                return new Erasing(desk) {
                    @Override
                    boolean isFinished(Stub stub) {
                        return true;
                    }
                };
            }
        };
    }

    static Protocols touchesAlways() {
        return new Protocols() {
            @Override
            Touching touching(Desk desk) {
                return new Touching(desk, keeping(desk)) {
                    @Override
                    boolean isFresh(Instant touchedAt, Instant now) {
                        return false;
                    }
                };
            }
        };
    }

    static Protocols listStays() {
        return new Protocols() {
            @Override
            EntryKeeping keeping(Desk desk) {
                return new EntryKeeping(desk) {
                    @Override
                    void follow(ConversationHeader header, @Nullable String known) {}
                };
            }
        };
    }

    static Protocols summarising(boolean comparesEpoch, boolean comparesGeneration, boolean adjoins) {
        return new Protocols() {
            @Override
            Summarising summarising(Desk desk) {
                return new Summarising(desk, reading(desk)) {
                    @Override
                    boolean isSameHistory(ConversationHeader now, ConversationHeader then) {
                        boolean isOneEpoch = now.epoch().equals(then.epoch());
                        return (isOneEpoch ? !comparesGeneration : !comparesEpoch) || super.isSameHistory(now, then);
                    }

                    @Override
                    boolean adjoins(Head head, Summary summary) {
                        return !adjoins || super.adjoins(head, summary);
                    }
                };
            }
        };
    }

    static Protocols redacting(boolean raises, boolean retitles, boolean copies, boolean finishes) {
        return new Protocols() {
            @Override
            Redacting redacting(Desk desk) {
                return new Redacting(desk, keeping(desk), paging(desk), reading(desk)) {
                    @Override
                    long generation(ConversationHeader header, Instant now) {
                        return raises ? super.generation(header, now) : header.generation();
                    }

                    @Override
                    @Nullable
                    String title(Head head) {
                        return retitles ? super.title(head) : head.header().derivedTitle();
                    }

                    @Override
                    void redactCopies(ConversationKey key, Turn redacted, Summariser summariser) {
                        if (copies) {
                            super.redactCopies(key, redacted, summariser);
                        }
                    }

                    @Override
                    boolean isDone(Located located) {
                        return finishes ? super.isDone(located) : located.turn().status() == TurnStatus.REDACTED;
                    }
                };
            }
        };
    }

    static Protocols sealsKeepWhatIsSealed() {
        return new Protocols() {
            @Override
            Blocks blocks(Blobs blobs, Layout layout) {
                return new Blocks(blobs, layout) {
                    @Override
                    <T> Sealed<T> agreed(String key, BlockKind<T> kind, Sealed<T> mine, Sealed<T> held) {
                        return held;
                    }
                };
            }
        };
    }

    static Protocols damageIsNothing() {
        return new Protocols() {
            @Override
            Heads heads(Blobs blobs, Layout layout, NewIds ids, InstantSource clock) {
                return new Heads(blobs, layout, ids, clock) {
                    @Override
                    Found look(ConversationKey key) {
                        Found found = super.look(key);
                        return found instanceof Found.Damaged ? new Found.None() : found;
                    }
                };
            }
        };
    }
}
