package dev.danamemory.local.cli;

import dev.danamemory.local.http.HttpFront;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** What a user would start, once, on data of its own: the launcher records which classes that takes. */
@Command(name = "warm-up", hidden = true, description = "Serve and chat once on a folder that is then deleted.")
final class WarmUpCommand implements Callable<Integer> {
    private final CommandContext context;

    WarmUpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Logging.start(context.environment(), "warn");
        Path folder = Files.createTempDirectory("dana-memory-warm-up-");
        try {
            StoreChoice choice = new StoreChoice(folder);
            HttpFront front = HttpFront.start(context.opener().open(choice), "127.0.0.1", 0);
            ask(front.port(), "POST", "/chat", "{\"message\": \"hello\"}");
            ask(front.port(), "GET", "/conversations", "");
            front.stop();
            DanaMemoryCommand.execute(context, "chat", "--new", "--data", folder.toString(), "hello");
        } finally {
            delete(folder);
        }
        return 0;
    }

    // a bare socket: an HTTP client's classes are none that a user needs
    private static void ask(int port, String method, String path, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request =
                    "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                            .formatted(method, path, port, body.length(), body);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
