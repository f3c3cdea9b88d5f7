package dev.danamemory.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One connection on which a test writes just the bytes it wants to. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** An answer as it came over the wire; the body is empty where the headers announce none. */
    record Answer(int status, List<String> headerLines, String body) {
        Optional<String> header(String name) {
            return headerLines.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        JsonNode json() {
            return JsonReader.strict().read(body);
        }
    }

    /** One request on a connection of its own. */
    static Answer ask(int port, String request) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            return connection.send(request).answer();
        }
    }

    /** Sends the characters as bytes of ISO 8859-1. */
    RawHttp send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawHttp send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Reads one answer with a body of the announced length. */
    Answer answer() throws IOException {
        Answer head = answerToHead();
        int length = Integer.parseInt(head.header("Content-Length").orElse("0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Answer(head.status(), head.headerLines(), body);
    }

    /** Reads the head of an answer that has no body, whatever it announces. */
    Answer answerToHead() throws IOException {
        String[] statusLine = line().split(" ", 3);
        List<String> headers = new ArrayList<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            headers.add(header);
        }
        return new Answer(Integer.parseInt(statusLine[1]), headers, "");
    }

    /** Whether the other side has closed; waits for it. */
    boolean isClosedByServer() throws IOException {
        return in.read() < 0;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("closed in the middle of a line: " + line.toString(StandardCharsets.ISO_8859_1));
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
