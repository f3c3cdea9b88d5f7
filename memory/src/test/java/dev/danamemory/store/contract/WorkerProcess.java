package dev.danamemory.store.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link StoreWorker} in a Java virtual machine of its own. */
final class WorkerProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final List<String> stored = new ArrayList<>();

    private WorkerProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    static WorkerProcess start(StoreWorker.Job job) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreWorker.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        WorkerProcess worker = new WorkerProcess(process);
        worker.say(job.lines());
        return worker;
    }

    private void say(String text) throws IOException {
        in.write(text);
        in.flush();
    }

    /** Lets it run to its end. */
    void finish() throws IOException, InterruptedException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            isRequest(line);
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("the worker failed: " + process);
        }
    }

    /**
     * Lets it run up to its n-th request and kills it there.
     *
     * @param sending whether that request may be on its way
     */
    void killAt(int n, boolean sending) throws IOException, InterruptedException {
        int requests = 0;
        while (requests < n) {
            String line = out.readLine();
            if (line == null) {
                throw new AssertionError("the worker ended before request " + n);
            }
            if (isRequest(line)) {
                requests++;
                if (requests < n || sending) {
                    say("go\n");
                }
            }
        }
        process.toHandle().destroyForcibly(); // which leaves what it said to be read, unlike the process's own method
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            isRequest(line);
        }
        process.waitFor();
    }

    // remembers a line of the other kind
    private boolean isRequest(String line) {
        String prefix = "stored ";
        if (!line.startsWith(prefix)) {
            return true;
        }
        stored.add(line.substring(prefix.length()));
        return false;
    }

    /** The inputs of the turns whose storing was answered, in order. */
    List<String> stored() {
        return List.copyOf(stored);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
