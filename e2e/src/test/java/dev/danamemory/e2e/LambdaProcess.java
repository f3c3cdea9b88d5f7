package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One instance of a function: a JVM of its own with Lambda's runtime interface client. */
public final class LambdaProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 50;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration USUAL_TIME = Duration.ofSeconds(29);

    private final RuntimeApi api;
    private final Process process;
    private final Path log;

    private LambdaProcess(RuntimeApi api, Process process, Path log) {
        this.api = api;
        this.process = process;
        this.log = log;
    }

    /** @param more options for the JVM besides those that make it start quickly */
    static LambdaProcess start(Handler handler, Map<String, String> environment, String... more) throws IOException {
        return start(new RuntimeApi(), handler, environment, more);
    }

    /** @param api that the process asks, closed with it */
    static LambdaProcess start(RuntimeApi api, Handler handler, Map<String, String> environment, String... more)
            throws IOException {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        options.addAll(List.of(more));
        return start(api, Deployment.task(), handler.inTemplate(), environment, options);
    }

    /**
     * Starts any function.
     *
     * @param api that the process asks, closed with it
     * @param task folder with the function's classes, and in {@code lib} its jars
     * @param handler class and method
     * @param environment besides what Lambda sets
     * @param options for the JVM
     */
    public static LambdaProcess start(
            RuntimeApi api, Path task, String handler, Map<String, String> environment, List<String> options)
            throws IOException {
        Path log = Files.createTempFile(Path.of("target").toAbsolutePath(), "function-", ".log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                        + Deployment.nativeClient()));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                String.join(File.pathSeparator, Deployment.runtime()),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(task.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // nothing of this process's own reaches the function
        builder.environment().clear();
        builder.environment().putAll(asLambdaSets(task, handler, api));
        builder.environment().putAll(environment);
        return new LambdaProcess(api, builder.start(), log);
    }

    private static Map<String, String> asLambdaSets(Path task, String handler, RuntimeApi api) {
        return Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "AWS_LAMBDA_FUNCTION_NAME", "e2e",
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
                "AWS_REGION", "eu-central-1",
                "LAMBDA_TASK_ROOT", task.toString(),
                "LANG", "en_US.UTF-8",
                "TZ", ":UTC",
                "_HANDLER", handler);
    }

    /** What becomes of an event that has the usual time. */
    public Outcome deliver(byte[] event) {
        return deliver(event, USUAL_TIME);
    }

    /** What becomes of an event whose time, as Lambda's header says, ends then. */
    Outcome deliver(byte[] event, Duration time) {
        CompletableFuture<Outcome> outcome = api.deliver(event, Instant.now().plus(time));
        CompletableFuture<Outcome> death = process.onExit().thenApply(dead -> new Outcome.Died(dead.exitValue()));
        return within(CompletableFuture.anyOf(outcome, death).thenApply(any -> outcome.getNow((Outcome) any)));
    }

    /**
     * Sends an event until the store answers: a first call loads classes, and where others work at the same time that can
     * take longer than a store is waited for. A client would try again as well.
     */
    LambdaProcess ready(byte[] event) {
        int attempts = 0;
        while (ask(event).status() == 503) {
            attempts++;
            assertThat(attempts).as(() -> log()).isLessThan(MOST_ATTEMPTS);
        }
        return this;
    }

    /** The answer to an event that is to be answered. */
    Answer ask(byte[] event) {
        Outcome outcome = deliver(event);
        assertThat(outcome).as(() -> log()).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).read();
    }

    /** What the runtime told of the start that failed. */
    String initError() {
        return within(api.initError());
    }

    /** Waits for the process's end. */
    int exitCode() {
        return within(process.onExit()).exitValue();
    }

    private <T> T within(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("nothing came of it; the function said: " + log(), e);
        }
    }

    /** The time that processors worked for it so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** All that it wrote. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        api.close();
        Files.delete(log);
    }
}
