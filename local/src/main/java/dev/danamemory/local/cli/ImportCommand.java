package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.local.gateway.LocalAnswer;
import dev.danamemory.model.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dana memory files become conversations. */
@Command(name = "import", description = "Make conversations of Dana memory files.", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int MOST = 4 * 1024 * 1024;
    private static final int CREATED = 201;
    private static final int TAKEN = 409;

    private final CommandContext context;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files that Dana's ConversationMemory or export wrote.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--conversation",
            paramLabel = "ID",
            description = "The id of the one file's conversation (default: the file's conversation_id, else its name).")
    private @Nullable String conversationId;

    @Option(
            names = "--agent",
            paramLabel = "ID",
            description = "Whose conversations they are (default: as the files say).")
    private @Nullable String agentId;

    @Mixin
    private UserOption userOption = new UserOption();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (conversationId != null && files.size() > 1) {
            throw CommandFailure.usage("--conversation names one conversation, so it goes with one file.");
        }
        ApiClient client = context.client(storeOptions.choice(context.environment()), userOption.user());
        boolean allWentWell = true;
        for (String file : files) {
            try {
                context.terminal().say(VisibleText.line(file) + ": " + put(client, file));
            } catch (CommandFailure failure) {
                allWentWell = false;
                context.terminal().note(VisibleText.line(file) + ": " + failure.getMessage());
            }
        }
        return (allWentWell ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    private String put(ApiClient client, String file) throws IOException {
        byte[] content = read(file);
        String id = conversationId != null ? conversationId : idOf(content, file);
        String query = agentId == null ? "" : "agent_id=" + PercentCoding.encode(agentId);
        LocalAnswer answer = client.put(ApiClient.conversation(id, ""), query, content);
        if (answer.status() == TAKEN) {
            throw CommandFailure.failed(
                    "there is another conversation " + id + " already; give this one an id with --conversation");
        }
        JsonNode statistics = ApiClient.carriedOut(answer);
        String turns = statistics.path("total_turns").asText();
        return answer.status() == CREATED
                ? "conversation " + id + ", turns: " + turns
                : "conversation " + id + " was imported before, turns: " + turns;
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] content = in.readNBytes(MOST + 1);
            if (content.length > MOST) {
                throw CommandFailure.failed("is over 4 MiB, the largest file that can be imported");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw CommandFailure.failed("there is no such file");
        } catch (AccessDeniedException e) {
            throw CommandFailure.failed("may not be read");
        } catch (IOException e) {
            throw CommandFailure.failed("can't be read; is it a file?");
        }
    }

    private static String idOf(byte[] content, String file) {
        try {
            // NaN is for the service to refuse, which names its place
            JsonNode id = JsonReader.lenient().read(content).path("conversation_id");
            return id.isTextual() && Ids.isId(id.textValue())
                    ? id.textValue()
                    : fromName(Path.of(file).getFileName().toString());
        } catch (JsonSyntaxException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
    }

    private static String fromName(String name) {
        String id = name.replaceFirst("(?i)\\.json$", "")
                .replaceAll("[^A-Za-z0-9._~-]+", "-")
                .replaceFirst("^[._~-]+", "");
        return id.isEmpty() ? "imported" : id.substring(0, Math.min(id.length(), 128));
    }
}
