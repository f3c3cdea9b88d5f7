package dev.danamemory.bench.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;

/**
 * A function of nothing but the calls. With {@code BARE_READS_EVENT} it also reads its event, as one has to that is told by
 * it whose turn to store. Before a snapshot it reads, as a careful author would have it.
 */
public final class BareHandler implements RequestStreamHandler, Resource {
    private static final byte[] NO_EVENT = "{\"body\":\"{}\"}".getBytes(UTF_8);

    private final BareCalls calls;
    private final boolean readsEvent;

    /** As Lambda makes it. */
    public BareHandler() {
        Map<String, String> environment = System.getenv();
        int bytes = Integer.parseInt(environment.get("BARE_BYTES"));
        calls = environment.get("MEMORY_STORE").equals("s3")
                ? new BareS3(environment.get("MEMORY_BUCKET"), environment.get("MEMORY_PREFIX"), bytes)
                : new BareDynamo(environment.get("MEMORY_TABLE"), bytes);
        readsEvent = environment.containsKey("BARE_READS_EVENT");
        calls.readKey();
        Core.getGlobalContext().register(this);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String conversation = conversation(input.readAllBytes());
        calls.readWindow();
        calls.writeTurn();
        output.write(("{\"statusCode\":200,\"body\":\"" + conversation + "\"}").getBytes(UTF_8));
    }

    private String conversation(byte[] event) {
        if (!readsEvent) {
            return "";
        }
        String body = JsonReader.strict().read(event).path("body").asText();
        return JsonReader.strict().read(body).path("conversation_id").asText();
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        calls.readWindow();
        conversation(NO_EVENT);
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // nothing of it differs between copies
    }
}
