package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.agents.AgentsFileException;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.servers.FaultyProxy;
import dev.danamemory.servers.ProxyFault;
import dev.danamemory.servers.Refusal;
import dev.danamemory.servers.S3Server;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** An agents file in S3, as a deployment names it. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class AgentsObjectTest {
    private static final String BUCKET = "dana-agents";
    private static final String ENDPOINT = "aws.endpointUrlS3";

    private final FaultyProxy proxy = FaultyProxy.before(S3Server.shared().url());

    @TempDir
    Path data;

    @BeforeEach
    void set() {
        S3Server.SDK.forEach(System::setProperty);
        System.setProperty(ENDPOINT, proxy.url().toString());
    }

    @AfterEach
    void clear() {
        S3Server.SDK.keySet().forEach(System::clearProperty);
        System.clearProperty(ENDPOINT);
        proxy.close();
    }

    private Wiring wiring(String agentsFile) {
        return new Wiring(
                Map.of("MEMORY_STORE", "file", "MEMORY_DATA_DIR", data.toString(), "AGENTS_FILE", agentsFile));
    }

    private static void put(String key, String json) {
        try (S3Client client = S3Settings.client()) {
            if (client.listBuckets().buckets().stream()
                    .noneMatch(bucket -> bucket.name().equals(BUCKET))) {
                client.createBucket(bucket -> bucket.bucket(BUCKET));
            }
            client.putObject(object -> object.bucket(BUCKET).key(key), RequestBody.fromString(json));
        }
    }

    @Test
    void itsAgentsAnswer() {
        put("my team/agents v2.json", "{\"agents\": [{\"name\": \"Ada\"}, {\"id\": \"second\"}]}");
        Wiring wiring = wiring("s3://dana-agents/my team/agents v2.json");

        assertThat(wiring.ports().agents().definitions())
                .extracting(AgentDefinition::id)
                .containsExactly("default", "second");
        assertThat(wiring.portsOfReader().agents().definitions())
                .extracting(AgentDefinition::name)
                .containsExactly("Ada", "Memory Bot");
        assertThat(wiring.agentsFile()).isEmpty();
    }

    @Test
    void aWrongOneStopsTheStartByItsName() {
        put("wrong.json", "{\"agents\": [{\"timeout_seconds\": 99}]}");
        assertThatThrownBy(() -> wiring("s3://dana-agents/wrong.json").ports())
                .isInstanceOf(AgentsFileException.class)
                .hasMessageStartingWith("agents file s3://dana-agents/wrong.json: agent \"default\": timeout_seconds");
    }

    @Test
    void whatIsNotThereIsTold() {
        put("there.json", "{}");
        assertThatThrownBy(() -> wiring("s3://dana-agents/nothing.json").ports())
                .isInstanceOf(AgentsFileException.class)
                .hasMessageStartingWith("agents file s3://dana-agents/nothing.json: is not there");
        assertThatThrownBy(() -> wiring("s3://dana-no-such-bucket/agents.json").ports())
                .isInstanceOf(AgentsFileException.class)
                .hasMessageContaining("there is no bucket of that name");
    }

    @Test
    void aRefusalIsToldWithThePermissionThatIsMissing() {
        proxy.faults(request -> new ProxyFault.Refuse(Refusal.s3(403, "AccessDenied", "Access Denied")));
        assertThatThrownBy(() -> wiring("s3://dana-agents/agents.json").ports())
                .isInstanceOf(AgentsFileException.class)
                .hasMessageContaining("cannot be read: S3 refused to read")
                .hasMessageContaining("s3:GetObject");
    }

    @Test
    void aBucketThatDoesNotAnswerIsTold() {
        proxy.close();
        assertThatThrownBy(() -> wiring("s3://dana-agents/agents.json").ports())
                .isInstanceOf(AgentsFileException.class)
                .hasMessageContaining("cannot be read: S3 did not read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://", "s3://dana-agents", "s3://dana-agents/", "s3://dana-agents//x", "s3://No/x"})
    void thatIsNoUri(String uri) {
        assertThatThrownBy(() -> wiring(uri).ports())
                .isInstanceOf(AgentsFileException.class)
                .hasMessage("agents file " + uri + ": AGENTS_FILE must be s3://bucket/key or a file's path");
    }
}
