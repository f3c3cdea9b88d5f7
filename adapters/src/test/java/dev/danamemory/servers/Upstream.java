package dev.danamemory.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A connection to the server behind a proxy, opened when first needed. */
final class Upstream implements AutoCloseable {
    private final URI server;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Upstream(URI server) {
        this.server = server;
    }

    /** Sends it and waits for the answer. */
    HttpMessage send(HttpMessage request) throws IOException {
        if (socket == null) {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.getOutputStream().write(request.bytes());
        return HttpMessage.answer(in, request);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }
}
