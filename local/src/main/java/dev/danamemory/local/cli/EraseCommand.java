package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.local.gateway.LocalAnswer;
import dev.danamemory.model.Ids;
import dev.danamemory.model.UserId;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is erased does not come back. */
@Command(
        name = "erase",
        description = "Erase a conversation, or everything of a user, for good.",
        mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
    private static final int GOES_ON = 202;
    private static final int NOT_FOUND = 404;
    // each goes on for half a minute; what is not done then is no matter of patience
    private static final int MOST_ROUNDS = 1_000;

    private final CommandContext context;

    @Option(names = "--conversation", paramLabel = "ID", description = "Erase this one only.")
    private @Nullable String conversationId;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean isSure;

    @Mixin
    private UserOption userOption = new UserOption();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    EraseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (conversationId != null && !Ids.isId(conversationId)) {
            throw CommandFailure.usage(
                    "--conversation needs an id: 1 to 128 letters, digits and ._~- after a letter or digit.");
        }
        if (conversationId == null && userOption.named().isEmpty()) {
            throw CommandFailure.usage("erase needs --conversation ID, or --user NAME to erase all that is NAME's.");
        }
        UserId user = userOption.user();
        StoreChoice choice = storeOptions.choice(context.environment());
        confirm(user);
        ApiClient client = context.client(choice, user);
        LastConversation last = new LastConversation(choice, user);
        if (conversationId == null) {
            all(client);
            last.forget();
        } else {
            one(client, conversationId);
            if (last.id().filter(conversationId::equals).isPresent()) {
                last.forget();
            }
        }
        return ExitCode.DONE.number();
    }

    private void confirm(UserId user) throws IOException {
        if (isSure) {
            return;
        }
        if (!context.terminal().isInteractive()) {
            throw CommandFailure.usage("erase can't be undone: add --yes.");
        }
        String what = conversationId == null ? "everything" : "conversation " + conversationId;
        String said = context.terminal()
                .ask("Erase " + what + " of user " + VisibleText.line(user.value()) + ", for good? Type yes: ");
        if (!"yes".equals(said)) {
            throw CommandFailure.failed("Nothing was erased.");
        }
    }

    private void one(ApiClient client, String id) throws IOException {
        String path = ApiClient.conversation(id, "");
        LocalAnswer answer = client.delete(path, "");
        boolean hasBegun = answer.status() == GOES_ON;
        for (int round = 1; answer.status() == GOES_ON; round++) {
            answer = goOn(client, path, "", round);
        }
        // the call that finishes another's work finds nothing of its own
        if (!hasBegun || answer.status() != NOT_FOUND) {
            ApiClient.requireCarriedOut(answer);
        }
        context.terminal().say("conversation " + id + " is erased");
    }

    private void all(ApiClient client) throws IOException {
        Map<String, Long> erased = new TreeMap<>();
        LocalAnswer answer = client.delete("/me", "confirm=true");
        add(answer, erased);
        for (int round = 1; answer.status() == GOES_ON; round++) {
            answer = goOn(client, "/me", "confirm=true", round);
            add(answer, erased);
        }
        context.terminal()
                .say("erased: conversations " + count(erased, "conversations") + ", turns " + count(erased, "turns")
                        + ", archives " + count(erased, "archives"));
    }

    // every answer counts what its own call erased
    private static void add(LocalAnswer answer, Map<String, Long> erased) {
        JsonNode counts = ApiClient.carriedOut(answer).path("erased");
        counts.properties()
                .forEach(count -> erased.merge(count.getKey(), count.getValue().longValue(), Long::sum));
    }

    private static long count(Map<String, Long> erased, String name) {
        return erased.getOrDefault(name, 0L);
    }

    private LocalAnswer goOn(ApiClient client, String path, String query, int round) throws IOException {
        if (round == MOST_ROUNDS) {
            throw CommandFailure.failed("It is not all erased; the same command goes on.");
        }
        context.terminal().note("Erasing goes on...");
        return client.delete(path, query);
    }
}
