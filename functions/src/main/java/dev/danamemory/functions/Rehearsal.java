package dev.danamemory.functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.agents.ConfiguredAgents;
import dev.danamemory.agents.demo.DemoAgentKind;
import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.chat.Agents;
import dev.danamemory.dynamodb.DynamoConversationStore;
import dev.danamemory.functions.http.Call;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.EventJson;
import dev.danamemory.functions.http.Front;
import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.NewConversation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Serves requests that nobody sent, so that all which the first real one needs is loaded. Of the real store it reads what
 * is not there; what it writes goes to a folder that is gone afterwards, or to a table that is none, and the demo agent
 * answers.
 */
public final class Rehearsal implements Runnable {
    private static final String CONVERSATION = "rehearsal";
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration LONGEST_IN_ALL = Duration.ofSeconds(3);
    private static final int ROUNDS = 20;
    private static final int AGENT_SECONDS = 25;
    // as long as people write, for what goes through texts is compiled by their length
    private static final String MESSAGE = """
            Where did I put my key? On Monday I took the 8:15 train to Ghent with Ana, who had seven loaves of bread, two \
            letters and a blue umbrella with her. We had lunch at Café Zuid (it cost 41.50 €), and at about half past three \
            I paid the invoice of the new oven. The oven's warranty runs until 2027-03-01. Since then I have not seen the key; \
            my neighbour Jan Vermeulen says that he saw it next to the coffee machine.""";

    private final Ports ports;
    private final Function<Ports, Map<Route, Endpoint>> endpoints;
    private final Step read;
    private final List<Step> steps;

    /**
     * A request about the conversation.
     *
     * @param query of its target, without {@code ?}
     * @param body JSON, or empty
     */
    public record Step(Route route, String query, String body) {}

    /**
     * Serves as the function does that has these endpoints.
     *
     * @param read sent to the real store, which has no such conversation; must only read there
     * @param steps sent to a store for the rehearsal, which has it
     */
    public Rehearsal(Ports ports, Function<Ports, Map<Route, Endpoint>> endpoints, Step read, List<Step> steps) {
        this.ports = ports;
        this.endpoints = endpoints;
        this.read = read;
        this.steps = List.copyOf(steps);
    }

    /** A chat turn, with a budget where one of the agents has any: only then a tokenizer is loaded. */
    public static Step chat(Agents agents) {
        boolean isBudgeted =
                agents.definitions().stream().anyMatch(agent -> agent.memory().tokenBudget() > 0);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", MESSAGE).put("conversation_id", CONVERSATION);
        body.putObject("memory").put("token_budget", isBudgeted ? 2_000 : 0);
        return new Step(Route.CHAT, "", JsonWriter.text(body));
    }

    @Override
    public void run() {
        // a user whom no token can name twice
        UserId nobody = new UserId(CONVERSATION + "-" + ports.ids().nonce());
        perform(ports, nobody, List.of(read));
        if (ports.store() instanceof DynamoConversationStore) {
            var store = new DynamoConversationStore(new RehearsedDynamo(), CONVERSATION, ports.ids(), ports.clock());
            performOften(on(store, nobody), nobody);
        } else {
            performOnDisk(nobody);
        }
    }

    private void performOnDisk(UserId nobody) {
        try {
            Path folder = Files.createTempDirectory(CONVERSATION);
            try (DiskBlobs blobs = DiskBlobs.open(folder)) {
                var store = new BlobConversationStore(blobs, "", ports.ids(), ports.clock());
                performOften(on(store, nobody), nobody);
            } finally {
                delete(folder);
            }
        } catch (IOException noPlaceToWrite) {
            throw new UncheckedIOException(noPlaceToWrite);
        }
    }

    // a snapshot keeps compiled code too: what was done once would be interpreted in every copy
    private void performOften(Ports with, UserId nobody) {
        Deadline end = Deadline.in(LONGEST_IN_ALL);
        for (int round = 0; round < ROUNDS && end.left().isPositive(); round++) {
            perform(with, nobody, steps);
        }
    }

    private Ports on(ConversationStore store, UserId nobody) {
        Ports scratch = ports.with(
                store, ConfiguredAgents.read(null, Map.of(DemoAgentKind.NAME, new DemoAgentKind()), AGENT_SECONDS));
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        store.create(
                new ConversationKey(nobody, CONVERSATION),
                new NewConversation(Agents.DEFAULT, null, null, nothing, null));
        return scratch;
    }

    private void perform(Ports with, UserId user, List<Step> requests) {
        Front front = new Front(endpoints.apply(with), with.identity(), with.hash());
        for (Step step : requests) {
            Call call = new Call(CONVERSATION, "", Deadline.in(LONGEST));
            EventJson.write(front.answer(EventJson.read(JsonWriter.bytes(event(step, user))), call));
        }
    }

    private ObjectNode event(Step step, UserId user) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0").put("routeKey", step.route().key());
        event.put("rawPath", step.route().template().replace("{id}", CONVERSATION));
        event.put("rawQueryString", step.query());
        event.putObject("headers")
                .put("content-type", "application/json")
                .put("idempotency-key", ports.ids().nonce());
        event.putObject("pathParameters").put("id", CONVERSATION);
        if (!step.body().isEmpty()) {
            event.put("body", step.body());
        }
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", CONVERSATION).put("stage", "$default");
        ObjectNode token = context.putObject("authorizer").putObject("jwt");
        token.putObject("claims").put(ports.identity().claim(), user.value());
        return event;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
