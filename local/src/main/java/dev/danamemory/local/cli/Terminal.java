package dev.danamemory.local.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a command reads and writes: UTF-8 whatever the locale, control characters spelled out. */
public final class Terminal {
    private final InputStream input;
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean isInteractive;

    /** @param isInteractive whether a person types and reads */
    public Terminal(InputStream in, PrintStream out, PrintStream err, boolean isInteractive) {
        this.input = in;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
        this.isInteractive = isInteractive;
    }

    /** The process's own. */
    public static Terminal ofProcess() {
        return new Terminal(
                System.in,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                isTyped(System.console()));
    }

    private static boolean isTyped(@Nullable Console console) {
        return console != null && console.isTerminal();
    }

    boolean isInteractive() {
        return isInteractive;
    }

    /** What was asked for: it goes to standard output. */
    void say(String text) {
        print(out, VisibleText.of(text) + "\n");
    }

    /** What helps a person besides: it goes to standard error. */
    void note(String text) {
        print(err, VisibleText.of(text) + "\n");
    }

    /** What is drawn over again and again, for a person who watches. */
    void draw(String line) {
        print(err, line);
    }

    /** Asks for a line; null at the end of input. */
    @Nullable
    String ask(String prompt) throws IOException {
        if (isInteractive) {
            print(out, prompt);
        }
        return in.readLine();
    }

    /** All of standard input, as bytes; for commands that do not ask for lines. */
    InputStream input() {
        return input;
    }

    /** Whether something that was said could not be written. */
    boolean hasLostOutput() {
        return out.checkError();
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    // a line feed on every system: what a script reads does not depend on where it runs
    private static void print(PrintStream stream, String text) {
        stream.print(text);
        stream.flush();
    }
}
