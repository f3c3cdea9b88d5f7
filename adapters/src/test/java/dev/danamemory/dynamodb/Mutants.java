package dev.danamemory.dynamodb;

import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import java.time.Instant;
import java.util.Optional;

/** The store's protocols, each with one rule taken out: those of turns. */
final class Mutants {
    private Mutants() {}

    /** Appends to which a rule is lost. */
    private abstract static class OtherAppending extends Appending {
        OtherAppending(Protocols protocols, Desk desk) {
            super(
                    desk,
                    protocols.finishing(desk),
                    new Settling(desk, protocols.keeping(desk)),
                    protocols.reading(desk));
        }
    }

    static Protocols takesOwnTurnForAnothers() {
        return new Protocols() {
            @Override
            Appending appending(Desk desk) {
                return new OtherAppending(this, desk) {
                    @Override
                    boolean isOwn(Slot.One there, NewTurn turn) {
                        return false;
                    }
                };
            }
        };
    }

    /** Loads again and looks for its own turn among the newest 20 only. */
    static Protocols looksAtTheWindowOnly() {
        return new Protocols() {
            @Override
            Appending appending(Desk desk) {
                return new OtherAppending(this, desk) {
                    @Override
                    boolean isTooOld(Instant loadedAt, Instant now) {
                        return true;
                    }

                    @Override
                    Optional<Turn> find(View view, long from, long to, String turnId) {
                        return super.find(view, Math.max(from, view.lastTurn() - 19), to, turnId);
                    }
                };
            }
        };
    }

    static Protocols comparing(boolean births, boolean epochs) {
        return new Protocols() {
            @Override
            Appending appending(Desk desk) {
                return new OtherAppending(this, desk) {
                    @Override
                    boolean isSameBirth(View now, ConversationHeader loaded) {
                        return !births || super.isSameBirth(now, loaded);
                    }

                    @Override
                    boolean isSameEpoch(View now, ConversationHeader loaded) {
                        return !epochs || super.isSameEpoch(now, loaded);
                    }
                };
            }
        };
    }

    static Protocols goesOnFromAnyLoad() {
        return new Protocols() {
            @Override
            Appending appending(Desk desk) {
                return new OtherAppending(this, desk) {
                    @Override
                    boolean isTooOld(Instant loadedAt, Instant now) {
                        return false;
                    }
                };
            }
        };
    }

    /** Changes the conversation item without a fence behind the last turn. */
    static Protocols fenceless() {
        return new Protocols() {
            @Override
            Finishing finishing(Desk desk) {
                return new Finishing(desk, keeping(desk)) {
                    @Override
                    void close(View view, Fence fence) {
                        Root root = view.root();
                        if (fence.purpose() == Fence.Purpose.CLEAR) {
                            desk.replace(
                                    view.key(),
                                    root.emptied(fence, fence.generation(), view.header()),
                                    root.revision());
                        } else {
                            Stub stub =
                                    new Stub(root.birth(), root.revision() + 1, root.generation(), false, fence.at());
                            desk.table()
                                    .put(
                                            stub.item(Keys.root(view.key())),
                                            RootItem.unchanged(root.birth(), root.revision()));
                        }
                    }
                };
            }
        };
    }
}
