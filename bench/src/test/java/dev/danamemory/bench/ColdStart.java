package dev.danamemory.bench;

import dev.danamemory.bench.cold.Starts;
import dev.danamemory.bench.cold.UsedOnce;

/** Prints how long functions take to their first answer, beside bare ones, and what each library costs a start. */
final class ColdStart {
    private static final int ROUNDS = 9;

    private ColdStart() {}

    /** Measures so many starts of each as the argument says, else nine. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        Starts.print(rounds);
        UsedOnce.print(rounds);
        // DynamoDB Local leaves threads
        System.exit(0);
    }
}
