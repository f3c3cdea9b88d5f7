package dev.danamemory.servers;

import java.net.URI;
import java.util.Map;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** S3 in memory, on a port of the loopback interface. It keeps the promises of conditional requests, as S3 does. */
public final class S3Server implements AutoCloseable {
    public static final String ACCESS_KEY = "dana";
    public static final String SECRET_KEY = "memory";
    public static final String REGION = "eu-central-1";

    /** System properties by which the SDK's clients of this process are let in; where it listens is to be said too. */
    public static final Map<String, String> SDK = Map.of(
            "aws.region", REGION,
            "aws.accessKeyId", ACCESS_KEY,
            "aws.secretAccessKey", SECRET_KEY,
            "aws.disableEc2Metadata", "true");

    private static final int THREADS = 100;

    private final S3Proxy server;
    // S3Proxy refuses before it has read what comes, and the client would see a broken connection instead
    private final FaultyProxy reader;

    private S3Server(S3Proxy server, FaultyProxy reader) {
        this.server = server;
        this.reader = reader;
    }

    /** The one that all tests of this JVM may use, each with a prefix or a bucket of its own; ends with the JVM. */
    public static S3Server shared() {
        return Shared.SERVER;
    }

    /** One without buckets. */
    public static S3Server start() {
        var objects = new TransientNio2BlobStore();
        var locks = new KeyLocks();
        S3Proxy server = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true)
                .jettyMaxThreads(THREADS)
                .build();
        server.setBlobStoreLocator((identity, bucket, key) ->
                ACCESS_KEY.equals(identity) ? new AccessGrant(SECRET_KEY, new AtomicBlobStore(objects, locks)) : null);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not start", e);
        }
        return new S3Server(server, FaultyProxy.before(URI.create("http://127.0.0.1:" + server.getPort())));
    }

    /** Where it listens, by which other processes reach it too. */
    public URI url() {
        return reader.url();
    }

    @Override
    public void close() {
        reader.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not stop", e);
        }
    }

    // made when a test first asks
    private static final class Shared {
        static final S3Server SERVER = start();
    }
}
