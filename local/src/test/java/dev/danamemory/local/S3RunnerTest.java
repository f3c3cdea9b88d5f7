package dev.danamemory.local;

import dev.danamemory.servers.S3Server;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The runner on S3. */
class S3RunnerTest extends CloudRunnerTest {
    private final String bucket = "dana-" + UUID.randomUUID();

    @Override
    String store() {
        return "s3";
    }

    @Override
    URI server() {
        return S3Server.shared().url();
    }

    @Override
    Map<String, String> environment(URI endpoint) {
        return Map.of(
                "MEMORY_STORE",
                store(),
                "MEMORY_BUCKET",
                bucket,
                "AWS_ENDPOINT_URL_S3",
                endpoint.toString(),
                "AWS_REGION",
                S3Server.REGION,
                "AWS_ACCESS_KEY_ID",
                S3Server.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                S3Server.SECRET_KEY);
    }

    @Override
    String complaint() {
        return "The store can't be reached. S3 did not";
    }
}
