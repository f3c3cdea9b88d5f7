package dev.danamemory.functions;

import dev.danamemory.agents.AgentsFileException;
import dev.danamemory.blob.Blob;
import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.s3.S3Blobs;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;

/** The agents file that lies in S3. */
final class AgentsObject {
    private static final String SCHEME = "s3://";
    private static final Pattern URI =
            Pattern.compile("s3://(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(?<key>[^/].*)");
    // Lambda gives a start 10 s
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private AgentsObject() {}

    /** Whether it is in S3 that the file is said to be. */
    static boolean isNamed(String file) {
        return file.startsWith(SCHEME);
    }

    /**
     * Reads it with a client of its own: few starts make another one, and none is left in a snapshot.
     *
     * @throws AgentsFileException when the URI is wrong, or nothing is there or to be had
     */
    static byte[] read(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new AgentsFileException(uri, "AGENTS_FILE must be s3://bucket/key or a file's path", null);
        }
        try (S3Client client = S3Settings.client()) {
            Blobs bucket = new S3Blobs(client, parts.group("bucket")).within(Deadline.in(LONGEST));
            return bucket.get(parts.group("key"))
                    .map(Blob::bytes)
                    .orElseThrow(() -> new AgentsFileException(
                            uri, "is not there; AGENTS_FILE must be the URI of a JSON object", null));
        } catch (BlobUnavailableException | StoreUnavailableException failure) {
            throw new AgentsFileException(uri, "cannot be read: " + failure.getMessage(), failure);
        }
    }
}
