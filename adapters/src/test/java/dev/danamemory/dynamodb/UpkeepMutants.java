package dev.danamemory.dynamodb;

import dev.danamemory.store.SweepRun;
import java.time.Instant;

/** The protocols of upkeep, each with one rule taken out. */
final class UpkeepMutants {
    private UpkeepMutants() {}

    static Protocols archivesRegardless() {
        return new Protocols() {
            @Override
            Archiving archiving(Desk desk) {
                return new Archiving(desk, finishing(desk), keeping(desk), reading(desk), idleness(desk)) {
                    @Override
                    boolean isUnchanged(View now, View copied) {
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
                return new Idleness(desk.table()) {
                    @Override
                    boolean isIdle(View view, Instant idleBefore) {
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
                return new LateSweep(desk, finishing(desk), erasing(desk)) {
                    @Override
                    void dropCopies(View view) {
                        desk.archive()
                                .dropBehind(
                                        view.header(),
                                        view.root().history().archived().through());
                    }
                };
            }
        };
    }

    static Protocols sweepsNoMore() {
        return new Protocols() {
            @Override
            LateSweep lateSweep(Desk desk) {
                return new LateSweep(desk, finishing(desk), erasing(desk)) {
                    @Override
                    SweepRun run() {
                        return new SweepRun(0, 0, true);
                    }
                };
            }
        };
    }
}
