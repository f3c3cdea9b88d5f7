package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.local.gateway.LocalAnswer;
import dev.danamemory.model.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dana memory files become conversations; so does all of a user that export wrote, a file a line. */
@Command(name = "import", description = "Make conversations of Dana memory files.", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int CREATED = 201;
    private static final int TAKEN = 409;

    private final CommandContext context;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files that Dana's ConversationMemory or export wrote; also with a file in each line.")
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
            allWentWell &= importAll(client, file);
        }
        return (allWentWell ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    private boolean importAll(ApiClient client, String name) throws IOException {
        boolean allWentWell = true;
        try (ImportedFile file = ImportedFile.open(name)) {
            while (file.hasNext()) {
                allWentWell &= importNext(client, file);
            }
        } catch (CommandFailure failure) {
            note(name, failure);
            return false;
        }
        return allWentWell;
    }

    private boolean importNext(ApiClient client, ImportedFile file) throws IOException {
        String done;
        try {
            ImportedFile.Document document = file.next();
            done = put(client, document, id(document.json(), file));
        } catch (CommandFailure failure) {
            note(file.place(), failure);
            return false;
        }
        context.terminal().say(VisibleText.line(file.place()) + ": " + done);
        return true;
    }

    private void note(String place, CommandFailure failure) {
        context.terminal().note(VisibleText.line(place) + ": " + failure.getMessage());
    }

    private String put(ApiClient client, ImportedFile.Document document, String id) throws IOException {
        String query = agentId == null ? "" : "agent_id=" + PercentCoding.encode(agentId);
        LocalAnswer answer = client.put(ApiClient.conversation(id, ""), query, document.content());
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

    private String id(JsonNode json, ImportedFile file) {
        requireFile(json);
        if (conversationId != null) {
            if (!file.isAlone()) {
                throw CommandFailure.failed("--conversation names one conversation, and there are more in this file");
            }
            return conversationId;
        }
        JsonNode id = json.path("conversation_id");
        return id.isTextual() && Ids.isId(id.textValue())
                ? id.textValue()
                : fromName(Path.of(file.place()).getFileName().toString());
    }

    // what the HTTP API answers in the place of a file
    private static void requireFile(JsonNode json) {
        if (json.has("history")) {
            return;
        }
        if (json.has("download")) {
            throw CommandFailure.failed(
                    "is not the file but where it could be fetched; export it again and fetch that");
        }
        if (json.has("problem")) {
            throw CommandFailure.failed("could not be exported: "
                    + json.path("problem").path("detail").asText());
        }
    }

    private static String fromName(String name) {
        String id = name.replaceFirst("(?i)\\.json$", "")
                .replaceAll("[^A-Za-z0-9._~-]+", "-")
                .replaceFirst("^[._~-]+", "");
        return id.isEmpty() ? "imported" : id.substring(0, Math.min(id.length(), 128));
    }
}
