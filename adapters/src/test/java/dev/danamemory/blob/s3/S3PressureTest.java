package dev.danamemory.blob.s3;

import dev.danamemory.servers.PressureContract;
import dev.danamemory.servers.ProxiedRequest;
import dev.danamemory.servers.Refusal;
import dev.danamemory.store.ConversationStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

class S3PressureTest extends PressureContract {
    private final TestS3 s3 = TestS3.shared();
    private final String prefix = TestS3.freshPrefix();

    @Override
    protected URI server() {
        return s3.endpoint();
    }

    @Override
    protected ConversationStore store(URI url) {
        S3Blobs blobs = new S3Blobs(s3.at(url).client(), s3.bucket());
        return BlobStoreMaker.REAL.make(blobs, prefix, InstantSource.system());
    }

    @Override
    protected List<Refusal> refusals() {
        return Refusal.S3;
    }

    @Override
    protected boolean storesTurn(ProxiedRequest request) {
        return request.method().equals("PUT") && request.target().contains("/conversations/");
    }
}
