package dev.danamemory.local.http;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.danamemory.local.cli.CommandContext;
import dev.danamemory.local.cli.DanaMemoryCommand;
import dev.danamemory.local.cli.Terminal;
import dev.danamemory.local.gateway.EchoFunctions;
import dev.danamemory.local.gateway.FunctionRoutes;
import dev.danamemory.local.gateway.LocalApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;

/** The command line before functions made for tests: chats are echoed, wait for a line of input, or fail. */
public final class TestServer {
    private TestServer() {}

    /**
     * Carries out a command.
     *
     * @param arguments {@code echo}, {@code wait} or {@code fail}, then those of the command
     */
    public static void main(String[] arguments) {
        EchoFunctions echo = new EchoFunctions();
        RequestStreamHandler chat = switch (arguments[0]) {
            case "wait" -> waitingBefore(echo);
            case "fail" -> failing();
            default -> echo;
        };
        FunctionRoutes routes = (method, path) -> {
            FunctionRoutes.Match match = echo.match(method, path);
            return new FunctionRoutes.Match(
                    match.routeKey(), match.pathParameters(), match.isOpen(), path.equals("/chat") ? chat : echo);
        };
        LocalApi api = new LocalApi(routes, "sub", InstantSource.system());
        CommandContext context = new CommandContext(Terminal.ofProcess(), System.getenv(), choice -> api);
        System.exit(DanaMemoryCommand.execute(context, Arrays.copyOfRange(arguments, 1, arguments.length)));
    }

    private static RequestStreamHandler waitingBefore(RequestStreamHandler next) {
        return (in, out, context) -> {
            System.out.println("called");
            System.in.read();
            next.handleRequest(in, out, context);
        };
    }

    private static RequestStreamHandler failing() {
        return (in, out, context) -> {
            String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            throw new IllegalStateException(event, new IOException(event));
        };
    }
}
