package dev.danamemory.blob;

import dev.danamemory.model.UserId;
import dev.danamemory.store.SweepRun;
import java.time.Instant;

/** The protocols of upkeep, each with one rule taken out. */
final class UpkeepMutants {
    private UpkeepMutants() {}

    static Protocols createsRegardless() {
        return new Protocols() {
            @Override
            Beginning beginning(Desk desk) {
                return new Beginning(desk, keeping(desk)) {
                    @Override
                    boolean isErasedSince(UserId user, Instant start) {
                        return false;
                    }
                };
            }
        };
    }

    static Protocols archivesRegardless() {
        return new Protocols() {
            @Override
            Archiving archiving(Desk desk) {
                return new Archiving(desk, reading(desk), idleness(desk)) {
                    @Override
                    boolean isUnchanged(Head now, Head copied, long through) {
                        return true;
                    }
                };
            }
        };
    }

    static Protocols retiresAll() {
        return new Protocols() {
            @Override
            Idleness idleness(Desk desk) {
                return new Idleness(desk) {
                    @Override
                    boolean isIdle(Head head, Instant idleBefore) {
                        return true;
                    }
                };
            }
        };
    }

    static Protocols dropsUnheld() {
        return new Protocols() {
            @Override
            LateSweep lateSweep(Desk desk) {
                return new LateSweep(desk, erasing(desk), new OwnedKeys(desk)) {
                    @Override
                    void dropCopies(Head head) {
                        desk.archive().dropBehind(head.header(), head.marks().archivedThrough());
                    }
                };
            }
        };
    }

    static Protocols sweepsNoMore() {
        return new Protocols() {
            @Override
            LateSweep lateSweep(Desk desk) {
                return new LateSweep(desk, erasing(desk), new OwnedKeys(desk)) {
                    @Override
                    SweepRun run() {
                        return new SweepRun(0, 0, true);
                    }
                };
            }
        };
    }
}
