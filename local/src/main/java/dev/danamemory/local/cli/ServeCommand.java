package dev.danamemory.local.cli;

import dev.danamemory.local.gateway.LocalApi;
import dev.danamemory.local.http.HttpFront;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The API over HTTP, until it is told to stop. */
@Command(
        name = "serve",
        description = "Serve the HTTP API on this machine until Ctrl-C or SIGTERM; running turns finish.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    private final CommandContext context;

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen (default: 8787); 0 is any free port.")
    private int port = 8787;

    @Option(names = "--host", paramLabel = "HOST", description = "127.0.0.1 (default), localhost or ::1, nothing else.")
    private String host = "127.0.0.1";

    @Option(
            names = "--cleanup-every",
            paramLabel = "TIME",
            description = "Archive and delete what is idle, now and every 30m, 1h, 1d or so (default: never).")
    private @Nullable String cleanupEvery;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw CommandFailure.usage("--port can be 0 to 65535.");
        }
        Optional<Duration> every = Optional.ofNullable(cleanupEvery).map(time -> Every.of("--cleanup-every", time));
        StoreChoice choice = storeOptions.choice(context.environment());
        Logging.start(context.environment(), "info");
        LocalApi api = context.opener().open(choice);
        HttpFront front = start(api);
        Thread onSignal = new Thread(() -> stopAndLeave(front), "stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        context.terminal().say("Dana Memory listens on " + front.url() + ", data in " + choice.place());
        Optional<BackgroundCleanup> cleanup = every.map(time -> BackgroundCleanup.start(api, time));
        try {
            front.await();
        } catch (InterruptedException toldToStop) {
            Runtime.getRuntime().removeShutdownHook(onSignal);
            front.stop();
        } finally {
            cleanup.ifPresent(BackgroundCleanup::close);
        }
        return 0;
    }

    private HttpFront start(LocalApi api) throws IOException {
        try {
            return HttpFront.start(api, host, port);
        } catch (IllegalArgumentException notLoopback) {
            throw CommandFailure.usage(String.valueOf(notLoopback.getMessage()));
        }
    }

    // A stop that was asked for is no failure, but the runtime's own exit code after a signal is 128 and its number.
    private static void stopAndLeave(HttpFront front) {
        int exitCode = 0;
        try {
            front.stop();
        } catch (IOException e) {
            exitCode = 1;
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
