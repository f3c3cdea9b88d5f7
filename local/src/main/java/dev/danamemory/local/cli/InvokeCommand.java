package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.local.gateway.LocalApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** An event as Lambda would deliver it, to the function that would get it. */
@Command(
        name = "invoke",
        description = "Send a Lambda event to the function that would get it, and print what the function answers."
                + " As long as it answers, whatever its status, that is done.",
        mixinStandardHelpOptions = true)
final class InvokeCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    // Lambda takes no larger event
    private static final int MOST = 6 * 1024 * 1024;

    private final CommandContext context;

    @Parameters(paramLabel = "EVENT", description = "A JSON file, as in events/; - is standard input.")
    private String source = "";

    @Mixin
    private UserOption userOption = new UserOption();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    InvokeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ObjectNode event = event();
        LocalApi api = context.api(storeOptions.choice(context.environment()));
        Optional<byte[]> answer = answer(api, event);
        context.terminal()
                .say(new String(
                        answer.orElseThrow(() -> CommandFailure.usage(
                                name() + " is no event of ours: it needs version 2.0 and, as its routeKey, one of the"
                                        + " routes in openapi.yaml or $default. events/ has one of each.")),
                        StandardCharsets.UTF_8));
        return ExitCode.DONE.number();
    }

    private Optional<byte[]> answer(LocalApi api, ObjectNode event) {
        try {
            return api.invoke(event, userOption.named());
        } catch (IOException | RuntimeException failure) {
            // its message may quote the event
            throw CommandFailure.failed(
                    "The function failed: " + failure.getClass().getName());
        }
    }

    private ObjectNode event() {
        byte[] bytes = bytes();
        if (bytes.length > MOST) {
            throw CommandFailure.usage(name() + " is over 6 MiB, more than Lambda takes.");
        }
        try {
            if (JsonReader.strict().read(bytes) instanceof ObjectNode event) {
                return event;
            }
            throw CommandFailure.usage(name() + " is no event: it must be a JSON object.");
        } catch (JsonSyntaxException notJson) {
            throw CommandFailure.usage(name() + " is no event: " + notJson.getMessage());
        }
    }

    private byte[] bytes() {
        try (InputStream in =
                source.equals(STANDARD_INPUT) ? context.terminal().input() : Files.newInputStream(Path.of(source))) {
            return in.readNBytes(MOST + 1);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw CommandFailure.usage("There is no file " + name() + ".");
        } catch (IOException e) {
            throw CommandFailure.usage(name() + " can't be read; is it a file?");
        }
    }

    private String name() {
        return source.equals(STANDARD_INPUT) ? "standard input" : VisibleText.line(source);
    }
}
