package dev.danamemory.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.danamemory.local.gateway.LocalApi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The command line before scripted functions, with what it printed. */
abstract class CommandTest {
    @TempDir
    Path data;

    final ScriptedFunctions functions = new ScriptedFunctions();
    final Map<String, String> environment = new HashMap<>();
    final List<StoreChoice> opened = new ArrayList<>();
    /** Standard output while the command still runs. */
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    String input = "";
    boolean isInteractive;
    String out = "";
    String err = "";

    /** The exit code of the command with the data in a folder of this test. */
    int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(1, "--data=" + data);
        return runBare(all.toArray(String[]::new));
    }

    /** The exit code of just this command. */
    int runBare(String... arguments) {
        printed.reset();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(printed, true, UTF_8),
                new PrintStream(errBytes, true, UTF_8),
                isInteractive);
        int exitCode = DanaMemoryCommand.execute(
                new CommandContext(terminal, environment, choice -> {
                    opened.add(choice);
                    return new LocalApi(functions, "sub", InstantSource.system());
                }),
                arguments);
        out = printed.toString(UTF_8);
        err = errBytes.toString(UTF_8);
        return exitCode;
    }
}
