package dev.danamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a folder, and processes that die: no turn that was answered is lost, none is there twice. */
@Timeout(300)
class SharedDataTest {
    private static final int WRITERS = 16;
    private static final int TURNS_EACH = 10;
    private static final int ANSWERS_BEFORE_THE_KILL = 40;
    private static final int OK = 200;
    private static final int BUSY = 503;

    @TempDir
    Path folder;

    /** The messages of a conversation by their numbers, read page by page. */
    private static Map<Long, String> history(ServerProcess server, String id) throws Exception {
        Map<Long, String> history = new TreeMap<>();
        for (long after = 0; ; ) {
            JsonNode page = server.get("/conversations/" + id + "/turns?after=" + after + "&limit=50")
                    .json();
            for (JsonNode turn : page.path("turns")) {
                assertThat(history.put(
                                turn.path("turn_number").longValue(),
                                turn.path("user_input").asText()))
                        .isNull();
            }
            after = page.path("next_after").longValue();
            if (!page.path("has_more").booleanValue()) {
                return history;
            }
        }
    }

    private static void assertNoGapAndNothingTwice(Map<Long, String> history) {
        assertThat(history.keySet())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, history.size()).boxed().toList());
        assertThat(history.values()).doesNotHaveDuplicates();
    }

    /** Number to message of every turn of this writer that was answered; a busy store is asked again. */
    private static Map<Long, String> write(ServerProcess server, String id, int writer) throws Exception {
        Map<Long, String> answered = new TreeMap<>();
        for (int i = 0; i < TURNS_EACH; i++) {
            String message = "writer " + writer + " says " + i;
            ServerProcess.Reply reply = server.chat(id, message);
            while (reply.status() == BUSY) {
                reply = server.chat(id, message);
            }
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            answered.put(reply.json().path("turn_number").longValue(), message);
        }
        return answered;
    }

    @Test
    void twoServersWithSixteenWritersOnOneConversation() throws Exception {
        try (ServerProcess one = ServerProcess.start(folder);
                ServerProcess other = ServerProcess.start(folder);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            String id =
                    one.chat("", "the beginning").json().path("conversation_id").asText();
            List<Future<Map<Long, String>>> talks = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                talks.add(writers.submit(() -> write(number % 2 == 0 ? one : other, id, number)));
            }
            Map<Long, String> answered = new TreeMap<>();
            for (Future<Map<Long, String>> talk : talks) {
                answered.putAll(talk.get());
            }

            Map<Long, String> history = history(one, id);
            assertNoGapAndNothingTwice(history);
            assertThat(history).hasSize(1 + WRITERS * TURNS_EACH).containsAllEntriesOf(answered);
            assertThat(answered).hasSize(WRITERS * TURNS_EACH);
            assertThat(history(other, id)).isEqualTo(history);
        }
    }

    /** Chats until the server is dead; {@code asked} and {@code answered} are what it said and what was answered. */
    private static void chatOn(
            ServerProcess server,
            String id,
            int writer,
            Set<String> asked,
            Map<Long, String> answered,
            CountDownLatch enough)
            throws InterruptedException {
        for (int i = 0; ; i++) {
            String message = "writer " + writer + " says " + i;
            asked.add(message);
            try {
                ServerProcess.Reply reply = server.chat(id, message);
                if (reply.status() == OK) {
                    answered.put(reply.json().path("turn_number").longValue(), message);
                    enough.countDown();
                }
            } catch (IOException dead) {
                return;
            }
        }
    }

    private static void killWhileFourTalk(
            ServerProcess server, CountDownLatch enough, IntFunction<Callable<Integer>> talking) throws Exception {
        List<Future<?>> talks = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            for (int writer = 0; writer < 4; writer++) {
                talks.add(writers.submit(talking.apply(writer)));
            }
            enough.await();
            server.process().kill();
            for (Future<?> talk : talks) {
                talk.get();
            }
        }
    }

    @Test
    void everyAnsweredTurnIsThereAfterAKill() throws Exception {
        Map<Long, String> answered = new ConcurrentHashMap<>();
        Set<String> asked = ConcurrentHashMap.newKeySet();
        CountDownLatch enough = new CountDownLatch(ANSWERS_BEFORE_THE_KILL);
        String id;
        try (ServerProcess server = ServerProcess.start(folder)) {
            id = server.chat("", "the beginning").json().path("conversation_id").asText();
            killWhileFourTalk(server, enough, number -> () -> {
                chatOn(server, id, number, asked, answered, enough);
                return number;
            });
        }
        try (ServerProcess server = ServerProcess.start(folder)) {
            Map<Long, String> history = history(server, id);
            assertNoGapAndNothingTwice(history);
            assertThat(history).containsAllEntriesOf(answered);
            assertThat(history.values().stream().skip(1).collect(Collectors.toSet()))
                    .isSubsetOf(asked);
            assertThat(server.chat(id, "and on").json().path("turn_number").longValue())
                    .isEqualTo(history.size() + 1L);
        }
    }
}
