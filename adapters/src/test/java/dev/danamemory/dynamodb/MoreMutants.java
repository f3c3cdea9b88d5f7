package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.summary.Summariser;
import java.time.Instant;

/** The store's protocols, each with one rule taken out: those of directory, summaries and redactions. */
final class MoreMutants {
    private MoreMutants() {}

    static Protocols touchesAlways() {
        return new Protocols() {
            @Override
            Touching touching(Desk desk) {
                return new Touching(desk, finishing(desk), keeping(desk)) {
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
                    void follow(View view) {}
                };
            }
        };
    }

    static Protocols damageIsNothing() {
        return new Protocols() {
            @Override
            Looking looking(Table table) {
                return new Looking(table) {
                    @Override
                    Found look(ConversationKey key, int turns) {
                        Found found = super.look(key, turns);
                        return found instanceof Found.Damaged ? new Found.None() : found;
                    }
                };
            }
        };
    }

    static Protocols summarising(boolean comparesEpoch, boolean comparesGeneration, boolean adjoins) {
        return new Protocols() {
            @Override
            Summarising summarising(Desk desk) {
                return new Summarising(desk, finishing(desk), reading(desk)) {
                    @Override
                    boolean isSameHistory(ConversationHeader now, ConversationHeader then) {
                        return (!comparesEpoch || now.epoch().equals(then.epoch()))
                                && (!comparesGeneration || super.isSameHistory(now, then));
                    }

                    @Override
                    boolean adjoins(View view, Conversation there, Summary summary) {
                        return !adjoins || super.adjoins(view, there, summary);
                    }
                };
            }
        };
    }

    /** Which step of a redaction is left out. */
    enum Left {
        GENERATION,
        TITLE,
        OLDER_SUMMARIES,
        ANOTHERS_REST,
        TURN
    }

    static Protocols redacting(Left left) {
        return new Protocols() {
            @Override
            Redacting redacting(Desk desk) {
                return new Redacting(desk, finishing(desk), keeping(desk), paging(desk), reading(desk)) {
                    @Override
                    long generation(Root root, Instant now) {
                        return left == Left.GENERATION ? root.generation() : super.generation(root, now);
                    }

                    @Override
                    String title(View view) {
                        return left == Left.TITLE ? view.header().derivedTitle() : super.title(view);
                    }

                    @Override
                    void remakeOlder(View view, Turn redacted, Summariser summariser) {
                        if (left != Left.OLDER_SUMMARIES) {
                            super.remakeOlder(view, redacted, summariser);
                        }
                    }

                    @Override
                    boolean isDone(Paging.Located located) {
                        return left == Left.ANOTHERS_REST
                                ? located.turn().status() == TurnStatus.REDACTED
                                : super.isDone(located);
                    }

                    @Override
                    boolean redactTurn(View view, Turn redacted) {
                        return left == Left.TURN || super.redactTurn(view, redacted);
                    }
                };
            }
        };
    }
}
