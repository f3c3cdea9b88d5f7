package dev.danamemory.store.contract;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process that appends to a conversation. Its first lines of input are the factory's class, user, conversation id, name
 * and number of its turns, number of threads that each append so many, whether it stops before each request, and the store's settings, ended by an empty line. It
 * says {@code stored INPUT} for each answered append; before each request, if it is to stop there, {@code request}, and
 * waits for a line.
 */
public final class StoreWorker {
    private final BufferedReader in;

    private StoreWorker(BufferedReader in) {
        this.in = in;
    }

    /** What a worker is to do. */
    record Job(ForkedStore store, ConversationKey key, String name, int turns, int threads, boolean stops) {
        String lines() {
            StringBuilder lines = new StringBuilder();
            String user = key.user().value();
            for (String line : new String[] {
                store.factory().getName(),
                user,
                key.conversationId(),
                name,
                Integer.toString(turns),
                Integer.toString(threads),
                Boolean.toString(stops)
            }) {
                lines.append(line).append('\n');
            }
            store.settings()
                    .forEach((setting, value) ->
                            lines.append(setting).append('=').append(value).append('\n'));
            return lines.append('\n').toString();
        }
    }

    public static void main(String[] args) throws IOException, ReflectiveOperationException, InterruptedException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new StoreWorker(input).work();
    }

    private void work() throws IOException, ReflectiveOperationException, InterruptedException {
        var factory = Class.forName(line()).asSubclass(StoreFactory.class);
        ConversationKey key = new ConversationKey(new UserId(line()), line());
        String name = line();
        int turns = Integer.parseInt(line());
        int threads = Integer.parseInt(line());
        StoreFaults faults = Boolean.parseBoolean(line()) ? stopping() : StoreFaults.NONE;
        ConversationStore store =
                factory.getDeclaredConstructor().newInstance().open(settings(), InstantSource.system(), faults);
        List<Thread> others = new ArrayList<>();
        for (int n = 1; n < threads; n++) {
            String other = name + "/" + n;
            others.add(Thread.ofPlatform().start(() -> append(store, key, other, turns)));
        }
        append(store, key, name, turns);
        for (Thread other : others) {
            other.join();
        }
    }

    private static void append(ConversationStore store, ConversationKey key, String name, int turns) {
        for (int i = 0; i < turns; i++) {
            Conversation loaded =
                    Repeat.untilAnswered(() -> store.load(key, 20)).orElseThrow();
            NewTurn turn = Samples.turn(name + ":" + i);
            Bench.appended(Repeat.untilAnswered(() -> store.append(loaded, turn, Bench.SETTINGS)));
            System.out.println("stored " + turn.userInput());
        }
    }

    private StoreFaults stopping() {
        return new StoreFaults() {
            @Override
            public void before(StoreCall call, Runnable deliver) {
                System.out.println("request");
                try {
                    line();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int equals = line.indexOf('=');
            settings.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return settings;
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the parent is gone");
        }
        return line;
    }
}
