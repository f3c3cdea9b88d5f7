package dev.danamemory.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A Lambda handler of API Gateway's events: what is the same in all of them. */
public abstract class HttpHandler implements RequestStreamHandler {
    private final Front front;
    private Optional<Snapshot> snapshot = Optional.empty();

    protected HttpHandler(Front front) {
        this.front = front;
    }

    /** Takes events from others than Lambda. */
    public Front front() {
        return front;
    }

    /** Does this around the snapshot that Lambda's SnapStart makes, see {@link Snapshot#registered}. */
    protected final void aroundSnapshot(Runnable before, Runnable after) {
        // held here, for CRaC itself holds it weakly
        snapshot = Optional.of(Snapshot.registered(before, after));
    }

    /** What is done around a snapshot, by a handler that Lambda made. */
    public Optional<Snapshot> snapshot() {
        return snapshot;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(EventJson.write(front.answer(EventJson.read(input.readAllBytes()), Call.of(context))));
    }
}
