package dev.danamemory.dynamodb;

import dev.danamemory.store.contract.FaultContract;
import dev.danamemory.store.contract.InterleavingContract;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves clauses of many ten thousand requests to {@link SchedulesInMemoryTest}, unless the environment wants them on a
 * real engine.
 */
final class SchedulesElsewhere implements ExecutionCondition {
    private static final String WANTED = "DANA_TEST_DYNAMODB_SCHEDULES";
    private static final List<Class<?>> SCHEDULES = List.of(FaultContract.class, InterleavingContract.class);
    private static final Set<String> MORE = Set.of(
            "aCrashedProtocolLeavesNoMoreThanAWholeOne",
            "aRedactionThatCrashedAnywhereIsCompletedByItsRepeat",
            "anEraseThatCrashedAnywhereIsCompletedByItsRepeat",
            "anEraseOfAUserThatCrashedAnywhereIsCompletedByItsRepeat",
            "aSealWithAnOldHeadAfterARedactionBringsNothingBack");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isLong =
                context.getTestMethod().filter(SchedulesElsewhere::isSchedule).isPresent();
        return isLong && System.getenv(WANTED) == null
                ? ConditionEvaluationResult.disabled("runs on a table in memory; here with " + WANTED + " set")
                : ConditionEvaluationResult.enabled("short enough, or asked for");
    }

    private static boolean isSchedule(Method clause) {
        return SCHEDULES.contains(clause.getDeclaringClass()) || MORE.contains(clause.getName());
    }
}
