package dev.danamemory.local.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the shell is told; scripts rely on these numbers, so none ever changes its meaning. */
enum ExitCode {
    DONE(0, "done"),
    FAILED(1, "failed: the store, the agent, a file or the request itself"),
    USAGE(2, "wrong use: nothing was done"),
    NOT_THERE(3, "there is no such conversation");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    /** The table for {@code --help}. */
    static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            table.put(Integer.toString(code.number), code.meaning);
        }
        return table;
    }
}
