package dev.danamemory.local.cli;

import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A conversation becomes a Dana memory file. */
@Command(
        name = "export",
        description =
                "Write a conversation as a Dana memory file, or with --user and no ID all that is the user's, a file a line.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The conversation.")
    private @Nullable String conversationId;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it (default: standard output).")
    private @Nullable String output;

    @Mixin
    private UserOption userOption = new UserOption();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (conversationId == null ? userOption.named().isEmpty() : !Ids.isId(conversationId)) {
            throw CommandFailure.usage(
                    "export needs an id: 1 to 128 letters, digits and ._~- after a letter or digit; or --user NAME.");
        }
        ApiClient client = context.client(storeOptions.choice(context.environment()), userOption.user());
        if (conversationId == null) {
            return new UserFiles(client, context.terminal())
                    .write(output == null ? null : Path.of(output))
                    .number();
        }
        one(client, conversationId);
        return ExitCode.DONE.number();
    }

    private void one(ApiClient client, String id) throws IOException {
        String file = JsonWriter.pretty(ApiClient.carriedOut(client.get(ApiClient.conversation(id, "/export"), "")));
        if (output == null) {
            // in JSON the spelled-out form of a control character is the character
            context.terminal().say(file);
        } else {
            write(id, Path.of(output), file + "\n");
        }
    }

    private void write(String id, Path path, String file) {
        try {
            Files.writeString(path, file);
            context.terminal().note("conversation " + id + " is in " + path);
        } catch (IOException e) {
            throw CommandFailure.failed("can't write " + path);
        }
    }
}
