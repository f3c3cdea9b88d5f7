package dev.danamemory.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A Lambda handler of API Gateway's events: what is the same in all of them. */
public abstract class HttpHandler implements RequestStreamHandler {
    private final Front front;

    protected HttpHandler(Front front) {
        this.front = front;
    }

    /** Takes events from others than Lambda. */
    public Front front() {
        return front;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(EventJson.write(front.answer(EventJson.read(input.readAllBytes()), Call.of(context))));
    }
}
