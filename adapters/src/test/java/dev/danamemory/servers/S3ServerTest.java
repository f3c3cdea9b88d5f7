package dev.danamemory.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ServerTest {
    private static final String BUCKET = "served";
    private static final int WRITERS = 8;
    private static final int ROUNDS = 25;

    private static S3Server server;
    private static S3Client client;

    @BeforeAll
    static void start() {
        server = S3Server.start();
        client = S3Client.builder()
                .endpointOverride(server.url())
                .forcePathStyle(true)
                .region(Region.of(S3Server.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        client.createBucket(bucket -> bucket.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void oneOfManyMakesAnObject() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "made/" + round;

            assertThat(winners(writer -> putIfAbsent(key, writer))).isEqualTo(1);
        }
    }

    @Test
    void oneOfManyReplacesAnObject() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "replaced/" + round;
            String version = put(key, "first");

            assertThat(winners(writer -> putIfMatch(key, version, writer))).isEqualTo(1);
        }
    }

    @Test
    void whatWasReplacedIsNotDeleted() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "deleted/" + round;
            String version = put(key, "first");

            winners(writer -> "a".equals(writer)
                    ? putIfMatch(key, version, writer)
                    : () -> client.deleteObject(
                            object -> object.bucket(BUCKET).key(key).ifMatch(version)));

            assertThat(textOf(key)).isIn("a", "nothing");
        }
    }

    @Test
    void aDeleteNeedsTheVersionThatIsThere() {
        String version = put("versions", "first");
        put("versions", "second");

        assertThatThrownBy(() -> client.deleteObject(
                        object -> object.bucket(BUCKET).key("versions").ifMatch(version)))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(412));
        assertThat(textOf("versions")).isEqualTo("second");
    }

    @Test
    void whatIsNotThereMatchesNothing() {
        assertThatThrownBy(() -> putIfMatch("nowhere", "\"0123456789abcdef0123456789abcdef\"", "late")
                        .call())
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void othersAreKeptOut() {
        try (S3Client stranger = S3Client.builder()
                .endpointOverride(server.url())
                .forcePathStyle(true)
                .region(Region.of(S3Server.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.ACCESS_KEY, "guessed")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            assertThatThrownBy(stranger::listBuckets)
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            refused -> assertThat(refused.statusCode()).isEqualTo(403));
        }
    }

    private static String put(String key, String text) {
        return client.putObject(object -> object.bucket(BUCKET).key(key), RequestBody.fromString(text))
                .eTag();
    }

    private static String textOf(String key) {
        try {
            return client.getObjectAsBytes(object -> object.bucket(BUCKET).key(key))
                    .asUtf8String();
        } catch (NoSuchKeyException gone) {
            return "nothing";
        }
    }

    private static Callable<?> putIfAbsent(String key, String text) {
        return () -> client.putObject(
                object -> object.bucket(BUCKET).key(key).ifNoneMatch("*"), RequestBody.fromString(text));
    }

    private static Callable<?> putIfMatch(String key, String version, String text) {
        return () -> client.putObject(
                object -> object.bucket(BUCKET).key(key).ifMatch(version), RequestBody.fromString(text));
    }

    private static int winners(Function<String, Callable<?>> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        int won = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int n = 0; n < WRITERS; n++) {
                Callable<?> request = work.apply(Character.toString('a' + n));
                tries.add(threads.submit(() -> {
                    together.await();
                    return isDone(request);
                }));
            }
            for (Future<Boolean> done : tries) {
                won += done.get() ? 1 : 0;
            }
        }
        return won;
    }

    private static boolean isDone(Callable<?> request) throws Exception {
        try {
            request.call();
            return true;
        } catch (S3Exception refused) {
            assertThat(refused.statusCode()).isIn(404, 412);
            return false;
        }
    }
}
