package dev.danamemory.store.contract;

import dev.danamemory.store.contract.Scene.Beginning;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every pair of protocols: one side is stopped before each of its requests while the other runs to its end. Answers and
 * data must be those of some order of the two.
 */
public interface InterleavingContract extends Clauses {
    @Test
    default void twoThatMeetOnNothingComeOutInSomeOrder() {
        stop(Beginning.NOTHING);
    }

    @Test
    default void twoThatMeetOnAnErasedConversationComeOutInSomeOrder() {
        stop(Beginning.ERASED);
    }

    @Test
    default void twoThatMeetOnAConversationComeOutInSomeOrder() {
        stop(Beginning.FEW_TURNS);
    }

    @Test
    default void twoThatMeetWhileTurnsLeaveTheWindowComeOutInSomeOrder() {
        stop(Beginning.SEAL_DUE);
    }

    @Test
    default void everyWriteDeliveredOnceMoreChangesNothing() {
        bench().needs(Ability.REDELIVERS);
        for (Beginning beginning : Beginning.values()) {
            Schedules schedules = new Schedules(bench(), beginning);
            for (List<Protocol> pair : Schedules.pairs(beginning)) {
                schedules.redeliver(pair.getFirst(), pair.getLast(), beginning);
            }
        }
    }

    @Test
    default void aWriteOfADeadProcessThatArrivesLateFitsSomeOrder() {
        bench().needs(Ability.REDELIVERS);
        for (Beginning beginning : Beginning.values()) {
            Schedules schedules = new Schedules(bench(), beginning);
            for (List<Protocol> pair : Schedules.pairs(beginning)) {
                schedules.deliverLate(pair.getFirst(), pair.getLast(), beginning);
            }
        }
    }

    private void stop(Beginning beginning) {
        Schedules schedules = new Schedules(bench(), beginning);
        for (List<Protocol> pair : Schedules.pairs(beginning)) {
            schedules.stopEverywhere(pair.getFirst(), pair.getLast(), beginning);
        }
    }
}
