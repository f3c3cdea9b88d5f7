package dev.danamemory.functions;

import dev.danamemory.blob.BlobArchive;
import dev.danamemory.blob.BlobDownloads;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.blob.s3.S3Blobs;
import dev.danamemory.blob.s3.S3SharedBlobs;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.TurnArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
     * Where {@code MEMORY_ARCHIVE} says; null when it is silent.
     *
     * @param hash of the store, by which downloads are named
     */
    @Nullable
    Besides named(KeyedHash hash) {
        String place = variables.set("MEMORY_ARCHIVE");
        return place == null
                ? null
                : switch (ArchivePlace.of(place)) {
                    case ArchivePlace.Folder folder -> inFolder(disk("MEMORY_ARCHIVE", folder.path()));
                    case ArchivePlace.Bucket bucket -> inBucket(bucket, hash);
                };
    }

    /** Beside the data of a folder, unless {@code MEMORY_ARCHIVE} says otherwise. */
    Besides of(Blobs data, KeyedHash hash) {
        Besides named = named(hash);
        return named == null ? inFolder(data) : named;
    }

    /** Beside the data of a bucket; downloads always are there, an archive unless {@code MEMORY_ARCHIVE} says otherwise. */
    Besides of(S3Client client, S3Settings data, KeyedHash hash) {
        S3Blobs blobs = new S3Blobs(client, data.bucket());
        Downloads downloads = downloads(client, data.bucket(), data.prefix(), hash);
        Besides named = named(hash);
        TurnArchive archive =
                named == null ? new BlobArchive(cold(blobs, ArchiveClass.of(variables)), data.prefix()) : named.cold();
        return new Besides(archive, Optional.of(downloads));
    }

    private static Besides inFolder(Blobs folder) {
        return new Besides(new BlobArchive(folder, ""), Optional.empty());
    }

    private Besides inBucket(ArchivePlace.Bucket bucket, KeyedHash hash) {
        ArchiveClass archiveClass = ArchiveClass.of(variables);
        Supplier<Besides> opener = () -> {
            S3Client client = S3Settings.client();
            return new Besides(
                    new BlobArchive(cold(new S3Blobs(client, bucket.name()), archiveClass), bucket.prefix()),
                    Optional.of(downloads(client, bucket.name(), bucket.prefix(), hash)));
        };
        // before a snapshot time costs nobody anything
        return variables.or("AWS_LAMBDA_INITIALIZATION_TYPE", "").equals("snap-start")
                ? opener.get()
                : new LateBesides(opener).besides();
    }

    private Downloads downloads(S3Client client, String bucket, String prefix, KeyedHash hash) {
        return new BlobDownloads(
                new S3Blobs(client, bucket), new S3SharedBlobs(client, bucket), prefix, hash, ids, clock);
    }

    private static Blobs cold(S3Blobs blobs, @Nullable ArchiveClass archiveClass) {
        return archiveClass == null ? blobs : blobs.storedAs(StorageClass.fromValue(archiveClass.name()));
    }

    static Blobs disk(String variable, Path folder) {
        try {
            return DiskBlobs.open(folder);
        } catch (IOException e) {
            throw new StartException(variable + " names a folder that cannot be used: " + folder, e);
        }
    }
}
