package dev.danamemory.blob.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.blob.Blob;
import dev.danamemory.blob.BlobEntry;
import dev.danamemory.blob.BlobPage;
import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.Condition;
import dev.danamemory.blob.NewBlob;
import dev.danamemory.blob.PutResult;
import dev.danamemory.servers.FaultyProxy;
import dev.danamemory.servers.ProxyFault;
import dev.danamemory.servers.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3BlobsTest {
    private final TestS3 s3 = TestS3.shared();
    private final String prefix = TestS3.freshPrefix();
    private final FaultyProxy proxy = FaultyProxy.before(s3.endpoint());
    private final S3Client client = s3.at(proxy.url()).client();
    private final Blobs blobs = new S3Blobs(client, s3.bucket());

    @AfterEach
    void stop() {
        client.close();
        proxy.close();
    }

    @Test
    void whatIsPutIsThere() {
        String version = stored(put("a", "one", new Condition.Absent()));

        Blob read = blobs.get(prefix + "a").orElseThrow();

        assertThat(new String(read.bytes(), UTF_8)).isEqualTo("one");
        assertThat(read.version()).isEqualTo(version);
        assertThat(blobs.get(prefix + "b")).isEmpty();
    }

    @Test
    void anObjectIsMadeOnce() {
        stored(put("a", "one", new Condition.Absent()));

        assertThat(put("a", "two", new Condition.Absent())).isInstanceOf(PutResult.Mismatch.class);
        assertThat(text("a")).isEqualTo("one");
    }

    @Test
    void anObjectIsReplacedInTheVersionThatIsThere() {
        String first = stored(put("a", "one", new Condition.Absent()));
        String second = stored(put("a", "two", new Condition.Match(first)));

        assertThat(put("a", "three", new Condition.Match(first))).isInstanceOf(PutResult.Mismatch.class);
        assertThat(text("a")).isEqualTo("two");
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void whatIsNotThereIsNotReplaced() {
        String version = stored(put("a", "one", new Condition.Absent()));
        blobs.remove(prefix + "a");

        assertThat(put("a", "two", new Condition.Match(version))).isInstanceOf(PutResult.Mismatch.class);
        assertThat(blobs.get(prefix + "a")).isEmpty();
    }

    @Test
    void anObjectIsDeletedInTheVersionThatIsThere() {
        String first = stored(put("a", "one", new Condition.Absent()));
        String second = stored(put("a", "two", new Condition.Match(first)));

        assertThat(blobs.delete(prefix + "a", first)).isFalse();
        assertThat(text("a")).isEqualTo("two");
        assertThat(blobs.delete(prefix + "a", second)).isTrue();
        assertThat(blobs.get(prefix + "a")).isEmpty();
        blobs.remove(prefix + "a");
    }

    @Test
    void aConflictThatS3DidNotDecideIsAMismatch() {
        String version = stored(put("a", "one", new Condition.Absent()));
        proxy.faults(
                request -> request.method().equals("PUT") || request.method().equals("DELETE")
                        ? new ProxyFault.Refuse(Refusal.s3(409, "ConditionalRequestConflict", "Conflict."))
                        : new ProxyFault.Pass());

        assertThat(put("a", "two", new Condition.Match(version))).isInstanceOf(PutResult.Mismatch.class);
        assertThat(put("b", "one", new Condition.Absent())).isInstanceOf(PutResult.Mismatch.class);
        assertThat(blobs.delete(prefix + "a", version)).isFalse();
        assertThat(text("a")).isEqualTo("one");
    }

    @Test
    void aWriteThatMeetsItsOwnFirstDeliveryIsAMismatch() {
        AtomicBoolean first = new AtomicBoolean(true);
        proxy.faults(request -> first.getAndSet(false) ? new ProxyFault.LoseAnswer() : new ProxyFault.Pass());

        assertThat(put("a", "one", new Condition.Absent())).isInstanceOf(PutResult.Mismatch.class);
        assertThat(text("a")).isEqualTo("one");
    }

    @Test
    void pagesListAllKeysInOrder() {
        List<String> keys = List.of("f/%2e", "f/1-2", "f/1/a", "f/10", "f/2", "f/_", "f/a=b", "f/z");
        keys.forEach(key -> stored(put(key, key, new Condition.Absent())));
        stored(put("fa", "beside", new Condition.Absent()));

        for (int limit = 1; limit <= keys.size() + 1; limit++) {
            assertThat(listed(limit)).as("by %d", limit).isEqualTo(keys);
        }
        assertThat(blobs.list(prefix + "nothing/", "", 10)).isEqualTo(new BlobPage(List.of(), false));
    }

    @Test
    void entriesTellSizeAndTime() {
        Instant before = Instant.now().minus(Duration.ofMinutes(1));
        stored(put("f/a", "four", new Condition.Absent()));

        BlobEntry entry = blobs.list(prefix + "f/", "", 10).entries().getFirst();

        assertThat(entry.size()).isEqualTo(4);
        assertThat(entry.modified()).isBetween(before, before.plus(Duration.ofMinutes(2)));
    }

    @Test
    void aLargeObjectComesBackWhole() {
        String large = "0123456789abcdef".repeat(400_000);
        stored(put("large", large, new Condition.Absent()));

        assertThat(text("large")).isEqualTo(large);
    }

    @Test
    void severalObjectsComeInTheOrderAskedFor() {
        for (int n = 1; n <= 12; n++) {
            stored(put("n/" + n, "text " + n, new Condition.Absent()));
        }
        AtomicInteger most = mostAtOnce();

        List<Optional<Blob>> read =
                blobs.getAll(List.of(prefix + "n/3", prefix + "n/0", prefix + "n/12", prefix + "n/1"));

        assertThat(read.stream().map(blob -> blob.map(found -> new String(found.bytes(), UTF_8))))
                .containsExactly(
                        Optional.of("text 3"), Optional.empty(), Optional.of("text 12"), Optional.of("text 1"));
        assertThat(most).hasValueBetween(2, 5);
        assertThat(blobs.getAll(List.of())).isEmpty();
    }

    @Test
    void severalNewObjectsAreWrittenAtOnceAndThoseThatAreThereStay() {
        stored(put("n/2", "old", new Condition.Absent()));
        AtomicInteger most = mostAtOnce();

        List<PutResult> results = blobs.putNew(IntStream.rangeClosed(1, 12)
                .mapToObj(n -> new NewBlob(prefix + "n/" + n, ("new " + n).getBytes(UTF_8)))
                .toList());

        proxy.faults(request -> new ProxyFault.Pass());
        assertThat(most).hasValueBetween(2, 5);
        for (int n = 1; n <= 12; n++) {
            Blob there = blobs.get(prefix + "n/" + n).orElseThrow();
            if (n == 2) {
                assertThat(results.get(n - 1)).isInstanceOf(PutResult.Mismatch.class);
                assertThat(new String(there.bytes(), UTF_8)).isEqualTo("old");
            } else {
                assertThat(results.get(n - 1)).isEqualTo(new PutResult.Stored(there.version()));
                assertThat(new String(there.bytes(), UTF_8)).isEqualTo("new " + n);
            }
        }
        assertThat(blobs.putNew(List.of())).isEmpty();
    }

    @Test
    void oneThatFailsFailsAll() {
        stored(put("n/1", "one", new Condition.Absent()));
        proxy.faults(request -> request.target().endsWith("n/2")
                ? new ProxyFault.Refuse(Refusal.s3(500, "InternalError", "No."))
                : new ProxyFault.Pass());

        assertThatThrownBy(() -> blobs.getAll(List.of(prefix + "n/1", prefix + "n/2")))
                .isInstanceOf(BlobUnavailableException.class);
    }

    /** How many requests are under way at once at most, from now on; none goes on before there were two. */
    private AtomicInteger mostAtOnce() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        proxy.faults(request -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            two.countDown();
            awaited(two);
            open.decrementAndGet();
            return new ProxyFault.Pass();
        });
        return most;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> listed(int limit) {
        List<String> keys = new ArrayList<>();
        BlobPage page = blobs.list(prefix + "f/", "", limit);
        while (true) {
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
            page.entries().forEach(entry -> keys.add(entry.key().substring(prefix.length())));
            if (!page.more()) {
                return keys;
            }
            page = blobs.list(prefix + "f/", page.entries().getLast().key(), limit);
        }
    }

    private PutResult put(String key, String text, Condition condition) {
        return blobs.put(prefix + key, text.getBytes(UTF_8), condition);
    }

    private String text(String key) {
        return new String(blobs.get(prefix + key).orElseThrow().bytes(), UTF_8);
    }

    private static String stored(PutResult result) {
        assertThat(result).isInstanceOf(PutResult.Stored.class);
        return ((PutResult.Stored) result).version();
    }
}
