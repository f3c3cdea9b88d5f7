package dev.danamemory.blob.s3;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** What a bucket with versions keeps of objects that were replaced or deleted. */
final class S3Versions {
    private final S3Client client;
    private final String bucket;
    private final S3Limits limits;

    S3Versions(S3Client client, String bucket, S3Limits limits) {
        this.client = client;
        this.bucket = bucket;
        this.limits = limits;
    }

    /**
     * Deletes all of it under a prefix. Marks go last: an object whose mark is gone before its last version would be
     * there again.
     */
    void forget(String prefix) {
        List<DeleteMarkerEntry> marks = new ArrayList<>();
        ListObjectVersionsRequest next = ListObjectVersionsRequest.builder()
                .bucket(bucket)
                .prefix(prefix)
                .build();
        ListObjectVersionsResponse page;
        do {
            page = list(next);
            page.versions().stream().filter(version -> !version.isLatest()).forEach(this::delete);
            marks.addAll(page.deleteMarkers());
            next = next.toBuilder()
                    .keyMarker(page.nextKeyMarker())
                    .versionIdMarker(page.nextVersionIdMarker())
                    .build();
        } while (page.isTruncated());
        marks.forEach(mark -> delete(mark.key(), mark.versionId()));
    }

    private ListObjectVersionsResponse list(ListObjectVersionsRequest request) {
        return S3Blobs.attempt(
                S3Action.LIST_VERSIONS,
                () -> client.listObjectVersions(
                        request.toBuilder().overrideConfiguration(limits.now()).build()));
    }

    private void delete(ObjectVersion version) {
        delete(version.key(), version.versionId());
    }

    private void delete(String key, String versionId) {
        S3Blobs.attempt(
                S3Action.DELETE_VERSIONS,
                () -> client.deleteObject(request ->
                        request.bucket(bucket).key(key).versionId(versionId).overrideConfiguration(limits.now())));
    }
}
