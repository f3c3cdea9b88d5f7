package dev.danamemory.local;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java process of its own with this one's class path. */
public final class ChildProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Dana Memory listens on http://[^ ]+:([0-9]+), data in (.*)");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final BufferedReader out;
    private final BufferedWriter in;

    private ChildProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts it; what it writes to standard error is kept. */
    public static ChildProcess start(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        Path errors = Files.createTempFile("child-", ".err");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("MEMORY_") || name.startsWith("AWS_") || name.equals("LOG_LEVEL"));
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start(), errors);
    }

    /** The next line of standard output. */
    public String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("ended without a further line; it said: " + errors());
        }
        return line;
    }

    /** The port in the line that tells that a server is ready. */
    public int port() throws IOException {
        String line = line();
        Matcher ready = READY.matcher(line);
        if (!ready.matches()) {
            throw new IOException("not the line of a server that is ready: " + line);
        }
        return Integer.parseInt(ready.group(1));
    }

    /** Writes a line to its standard input. */
    public void tell(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /** Ends its standard input. */
    public void endInput() throws IOException {
        in.close();
    }

    /** SIGTERM; the streams stay open. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** SIGKILL, and waits until it is dead. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("still runs; it said: " + errors());
        }
        return process.exitValue();
    }

    /** What is left of its standard output; waits for its end. */
    public String rest() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    /** All that it wrote to standard error so far. */
    public String errors() throws IOException {
        return Files.readString(errors, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
