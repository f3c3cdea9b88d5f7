package dev.danamemory.bench;

import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.s3.S3Blobs;
import dev.danamemory.blob.s3.S3Clients;
import dev.danamemory.model.NewIds;
import dev.danamemory.servers.S3Server;
import dev.danamemory.store.ConversationStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The S3 store, against S3Proxy in memory. */
final class S3Backend implements Backend {
    static final String BUCKET = "bench";

    private final Counter counter = new Counter();
    private final S3Server server = S3Server.start();
    private final S3Client client = S3Clients.builder()
            .endpointOverride(server.url())
            .region(Region.of(S3Server.REGION))
            .credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)))
            .overrideConfiguration(config -> config.addExecutionInterceptor(counter))
            .build();

    S3Backend() {
        client.createBucket(request -> request.bucket(BUCKET));
    }

    S3Client client() {
        return client;
    }

    @Override
    public String name() {
        return "S3";
    }

    @Override
    public ConversationStore store() {
        return new BlobConversationStore(
                new S3Blobs(client, BUCKET), "", new NewIds(new SecureRandom()), InstantSource.system());
    }

    @Override
    public Counter.Count count() {
        return counter.count();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
