package dev.danamemory.bench.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;

/** A function of nothing but the calls; before a snapshot it reads, as a careful author would have it. */
public final class BareHandler implements RequestStreamHandler, Resource {
    private final BareCalls calls;

    /** As Lambda makes it. */
    public BareHandler() {
        Map<String, String> environment = System.getenv();
        int bytes = Integer.parseInt(environment.get("BARE_BYTES"));
        calls = environment.get("MEMORY_STORE").equals("s3")
                ? new BareS3(environment.get("MEMORY_BUCKET"), environment.get("MEMORY_PREFIX"), bytes)
                : new BareDynamo(environment.get("MEMORY_TABLE"), bytes);
        calls.readKey();
        Core.getGlobalContext().register(this);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        input.readAllBytes();
        calls.readWindow();
        calls.writeTurn();
        output.write("{\"statusCode\":200}".getBytes(UTF_8));
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        calls.readWindow();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // nothing of it differs between copies
    }
}
