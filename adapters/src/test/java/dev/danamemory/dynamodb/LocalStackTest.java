package dev.danamemory.dynamodb;

import dev.danamemory.blob.s3.BlobStoreMaker;
import dev.danamemory.blob.s3.S3StoreSpec;
import dev.danamemory.blob.s3.TestS3;
import dev.danamemory.store.contract.AppendContract;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.ClearContract;
import dev.danamemory.store.contract.ConcurrencyContract;
import dev.danamemory.store.contract.CreateContract;
import dev.danamemory.store.contract.DamageContract;
import dev.danamemory.store.contract.DirectoryContract;
import dev.danamemory.store.contract.EraseContract;
import dev.danamemory.store.contract.ImportContract;
import dev.danamemory.store.contract.IsolationContract;
import dev.danamemory.store.contract.PagingContract;
import dev.danamemory.store.contract.SizeContract;
import dev.danamemory.store.contract.StoreSpace;
import dev.danamemory.store.contract.StoreSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The stores of AWS against LocalStack, where Docker runs: the clauses that do not take thousands of requests. */
@Testcontainers(disabledWithoutDocker = true)
class LocalStackTest {
    // later ones want a token
    private static final String IMAGE = "localstack/localstack:4.14.0";

    @Container
    private static final LocalStackContainer LOCALSTACK =
            new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("s3", "dynamodb");

    /** Clauses, each with a store of its own. */
    abstract static class Suite
            implements CreateContract,
                    AppendContract,
                    ClearContract,
                    EraseContract,
                    PagingContract,
                    ImportContract,
                    DirectoryContract,
                    IsolationContract,
                    SizeContract,
                    DamageContract,
                    ConcurrencyContract {
        private Bench bench;

        abstract StoreSpec spec();

        @BeforeEach
        void open() {
            bench = new Bench(spec());
        }

        @AfterEach
        void close() {
            bench.close();
        }

        @Override
        public Bench bench() {
            return bench;
        }
    }

    @Nested
    class OnS3 extends Suite {
        @Override
        StoreSpec spec() {
            TestS3 s3 = new TestS3(
                    LOCALSTACK.getEndpoint(),
                    LOCALSTACK.getRegion(),
                    LOCALSTACK.getAccessKey(),
                    LOCALSTACK.getSecretKey(),
                    "dana-tests");
            try (S3Client client = s3.client()) {
                client.createBucket(bucket -> bucket.bucket(s3.bucket()));
            }
            return new S3StoreSpec(s3, BlobStoreMaker.REAL);
        }
    }

    @Nested
    class OnDynamoDb extends Suite {
        @Override
        StoreSpec spec() {
            return new LocalStackTable();
        }
    }

    private static final class LocalStackTable implements StoreSpec {
        @Override
        public String name() {
            return "dynamodb of localstack";
        }

        @Override
        public StoreSpace open() {
            DynamoDbClient client = new TestDynamo(
                            LOCALSTACK.getEndpoint(),
                            LOCALSTACK.getRegion(),
                            LOCALSTACK.getAccessKey(),
                            LOCALSTACK.getSecretKey())
                    .sharedClient();
            return new DynamoSpace(client, TestDynamo.createTable(client));
        }
    }
}
