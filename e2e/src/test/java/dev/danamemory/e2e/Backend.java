package dev.danamemory.e2e;

import dev.danamemory.servers.DynamoDbServer;
import dev.danamemory.servers.S3Server;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The stores, each with what tells a function to use it. The servers of two of them run here, once for all tests. */
public enum Backend {
    FILE {
        @Override
        public Map<String, String> environment(Path folder) {
            return Map.of(
                    "MEMORY_STORE",
                    "file",
                    "MEMORY_DATA_DIR",
                    folder.resolve("data").toString());
        }
    },

    S3 {
        @Override
        public Map<String, String> environment(Path folder) {
            return with(at(Servers.s3()), "MEMORY_BUCKET", Servers.BUCKET, "MEMORY_PREFIX", prefix(folder));
        }

        @Override
        Map<String, String> at(URI server) {
            return Map.of(
                    "MEMORY_STORE",
                    "s3",
                    "AWS_ENDPOINT_URL_S3",
                    server.toString(),
                    "AWS_ACCESS_KEY_ID",
                    S3Server.ACCESS_KEY,
                    "AWS_SECRET_ACCESS_KEY",
                    S3Server.SECRET_KEY);
        }
    },

    DYNAMODB {
        @Override
        public Map<String, String> environment(Path folder) {
            Map<String, String> environment = new HashMap<>(S3.at(Servers.s3()));
            environment.putAll(at(Servers.dynamoDb()));
            environment.put("MEMORY_TABLE", Servers.table(folder));
            environment.put("MEMORY_ARCHIVE", "s3://" + Servers.BUCKET + "/" + prefix(folder));
            return environment;
        }

        @Override
        Map<String, String> at(URI server) {
            return Map.of(
                    "MEMORY_STORE",
                    "dynamodb",
                    "AWS_ENDPOINT_URL_DYNAMODB",
                    server.toString(),
                    "AWS_ACCESS_KEY_ID",
                    DynamoDbServer.ACCESS_KEY,
                    "AWS_SECRET_ACCESS_KEY",
                    DynamoDbServer.SECRET_KEY);
        }
    };

    /** An empty store of its own for each folder. */
    public abstract Map<String, String> environment(Path folder);

    /** What sends a function to another server, without bucket and table. */
    Map<String, String> at(URI server) {
        throw new UnsupportedOperationException("no server has files: " + server);
    }

    static Map<String, String> with(Map<String, String> environment, String... more) {
        Map<String, String> all = new HashMap<>(environment);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String prefix(Path folder) {
        return folder.toString().substring(1);
    }
}
