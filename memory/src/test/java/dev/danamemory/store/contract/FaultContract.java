package dev.danamemory.store.contract;

import dev.danamemory.store.contract.FaultSchedules.Single;
import dev.danamemory.store.contract.Script.Side;
import org.junit.jupiter.api.Test;

/** Every protocol with a fault at every one of its requests: nothing is missing, nothing doubled, a repeat completes it. */
public interface FaultContract extends Clauses {
    @Test
    default void aCrashBeforeAnyRequestLosesAndDoublesNothing() {
        for (Single single : Single.all()) {
            schedules(single).dieEverywhere(single, Side.BEFORE);
        }
    }

    @Test
    default void aCrashAfterAnyRequestLosesAndDoublesNothing() {
        for (Single single : Single.all()) {
            schedules(single).dieEverywhere(single, Side.AFTER);
        }
    }

    @Test
    default void aLostAnswerToAnyRequestLosesAndDoublesNothing() {
        for (Single single : Single.all()) {
            schedules(single).failEverywhere(single, Side.AFTER, new StoreFault.AnswerLost());
        }
    }

    /** The request seems to have timed out, and arrives when all is over. */
    @Test
    default void anyRequestHeldUpAndDeliveredLateLosesAndDoublesNothing() {
        bench().needs(Ability.REDELIVERS);
        for (Single single : Single.all()) {
            schedules(single).failEverywhere(single, Side.BEFORE, new StoreFault.AnswerLost());
        }
    }

    @Test
    default void anyRequestNotSentLosesAndDoublesNothing() {
        for (Single single : Single.all()) {
            schedules(single).failEverywhere(single, Side.BEFORE, new StoreFault.NotSent());
        }
    }

    private FaultSchedules schedules(Single single) {
        return new FaultSchedules(bench(), single.beginning());
    }
}
