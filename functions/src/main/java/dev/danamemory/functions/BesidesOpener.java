package dev.danamemory.functions;

import dev.danamemory.blob.BlobArchive;
import dev.danamemory.blob.BlobDownloads;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.blob.s3.LateS3Client;
import dev.danamemory.blob.s3.S3Blobs;
import dev.danamemory.blob.s3.S3SharedBlobs;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.KeyedHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** Opens archive and downloads where the environment says they are. */
final class BesidesOpener {
    private final Variables variables;
    private final NewIds ids;
    private final InstantSource clock;

    BesidesOpener(Variables variables, NewIds ids, InstantSource clock) {
        this.variables = variables;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Where {@code MEMORY_ARCHIVE} says; nothing when it is silent.
     *
     * @param hash of the store, by which downloads are named
     */
    Optional<Besides> named(KeyedHash hash) {
        String place = variables.set("MEMORY_ARCHIVE");
        return place == null
                ? Optional.empty()
                : Optional.of(
                        switch (ArchivePlace.of(place)) {
                            case ArchivePlace.Folder folder ->
                                new Besides(
                                        new BlobArchive(disk("MEMORY_ARCHIVE", folder.path()), ""), Optional.empty());
                            case ArchivePlace.Bucket bucket -> inBucket(bucket, hash);
                        });
    }

    /** Beside the data of a folder, unless {@code MEMORY_ARCHIVE} says otherwise. */
    Besides of(Blobs data, KeyedHash hash) {
        return named(hash).orElseGet(() -> new Besides(new BlobArchive(data, ""), Optional.empty()));
    }

    /** Beside the data of a bucket; downloads always are there, an archive unless {@code MEMORY_ARCHIVE} says otherwise. */
    Besides of(S3Client client, S3Settings data, KeyedHash hash) {
        S3Blobs blobs = new S3Blobs(client, data.bucket());
        Downloads downloads = downloads(() -> client, data.bucket(), data.prefix(), hash);
        return new Besides(
                named(hash).map(Besides::cold).orElseGet(() -> new BlobArchive(cold(blobs), data.prefix())),
                Optional.of(downloads));
    }

    private Besides inBucket(ArchivePlace.Bucket bucket, KeyedHash hash) {
        Supplier<S3Client> client = client();
        return new Besides(
                new BlobArchive(cold(new S3Blobs(client, bucket.name())), bucket.prefix()),
                Optional.of(downloads(client, bucket.name(), bucket.prefix(), hash)));
    }

    // few calls go there; before a snapshot, though, time costs nobody anything
    private Supplier<S3Client> client() {
        if (variables.or("AWS_LAMBDA_INITIALIZATION_TYPE", "").equals("snap-start")) {
            S3Client client = S3Settings.client();
            return () -> client;
        }
        return new LateS3Client(S3Settings::client);
    }

    private Downloads downloads(Supplier<S3Client> client, String bucket, String prefix, KeyedHash hash) {
        return new BlobDownloads(
                new S3Blobs(client, bucket), new S3SharedBlobs(client, bucket), prefix, hash, ids, clock);
    }

    private Blobs cold(S3Blobs blobs) {
        Optional<StorageClass> chosen = ArchiveClass.of(variables);
        return chosen.isPresent() ? blobs.storedAs(chosen.get()) : blobs;
    }

    static Blobs disk(String variable, Path folder) {
        try {
            return DiskBlobs.open(folder);
        } catch (IOException e) {
            throw new StartException(variable + " names a folder that cannot be used: " + folder, e);
        }
    }
}
