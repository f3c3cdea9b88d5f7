package dev.danamemory.bench.cold;

import dev.danamemory.e2e.LambdaProcess;
import dev.danamemory.e2e.Outcome;
import dev.danamemory.e2e.RuntimeApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A function that can be started.
 *
 * @param task folder of its classes, with jars in {@code lib}
 * @param handler class and method
 */
record Function(Path task, String handler, Map<String, String> environment) {
    // as Lambda's own start script has it
    private static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

    /** From where to the first answer is measured. */
    enum Begin {
        /** The start of the process. */
        PROCESS,
        /** The end of the hooks before a snapshot, where a restored copy goes on. */
        SNAPSHOT
    }

    /**
     * What a first answer took.
     *
     * @param millis from where it is measured
     * @param processorMillis that processors worked since the start of the process; other work of the machine matters less
     *     to it
     */
    record Taken(double millis, double processorMillis) {}

    /** Starts it, hands it the event, and ends it after its first answer. */
    Taken start(Begin begin, List<String> jvm, byte[] event) throws IOException {
        List<String> options = new ArrayList<>(jvm);
        options.add(HOOKS);
        Map<String, String> variables = new HashMap<>(environment);
        if (begin == Begin.SNAPSHOT) {
            variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        }
        RuntimeApi api = new RuntimeApi();
        AtomicLong restored = new AtomicLong();
        api.whenStarted(() -> restored.set(System.nanoTime()));
        long begun = System.nanoTime();
        try (LambdaProcess process = LambdaProcess.start(api, task, handler, variables, options)) {
            Outcome outcome = process.deliver(event);
            long end = System.nanoTime();
            if (!(outcome instanceof Outcome.Answered answered) || isProblem(answered)) {
                throw new IllegalStateException(outcome + process.log());
            }
            return new Taken(
                    (end - (begin == Begin.SNAPSHOT ? restored.get() : begun)) / 1e6,
                    process.processorTime().toMillis());
        }
    }

    private static boolean isProblem(Outcome.Answered answered) {
        return answered.written().contains("/problems/");
    }

    /** The same with another environment variable. */
    Function with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Function(task, handler, more);
    }
}
