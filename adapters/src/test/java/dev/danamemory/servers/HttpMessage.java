package dev.danamemory.servers;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP/1.1 request or answer as it stands on the wire.
 *
 * @param head first line and headers, with the empty line
 * @param body as it was sent, chunk sizes included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpMessage(String head, byte[] body) {
    private static final int CHUNK_SIZE_RADIX = 16;

    /** The next one, or nothing when the other side closed. */
    static Optional<HttpMessage> read(InputStream in) throws IOException {
        String head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HttpMessage(head, body(head, in)));
    }

    /** The answer to a request; of {@code HEAD} it has no body, whatever length it states. */
    static HttpMessage answer(InputStream in, HttpMessage request) throws IOException {
        String head = head(in);
        if (head.isEmpty()) {
            throw new EOFException("the server closed");
        }
        boolean bodiless = request.method().equals("HEAD") || head.startsWith("HTTP/1.1 204");
        return new HttpMessage(head, bodiless ? new byte[0] : body(head, in));
    }

    String method() {
        return head.substring(0, head.indexOf(' '));
    }

    /** Path and query as sent. */
    String target() {
        int start = head.indexOf(' ') + 1;
        return head.substring(start, head.indexOf(' ', start));
    }

    /** The header's value, or empty. */
    String header(String name) {
        return header(head, name);
    }

    byte[] bytes() {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    private static String header(String head, String name) {
        String start = "\r\n" + name.toLowerCase(Locale.ROOT) + ":";
        int at = head.toLowerCase(Locale.ROOT).indexOf(start);
        if (at < 0) {
            return "";
        }
        int value = at + start.length();
        return head.substring(value, head.indexOf("\r\n", value)).strip();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            head.append((char) c);
        }
        return head.toString();
    }

    private static byte[] body(String head, InputStream in) throws IOException {
        if (header(head, "Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        String length = header(head, "Content-Length");
        return length.isEmpty() ? new byte[0] : exactly(Integer.parseInt(length), in);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int size;
        do {
            String line = line(in);
            all.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
            size = Integer.parseInt(line.strip(), CHUNK_SIZE_RADIX);
            all.writeBytes(exactly(size + 2, in));
        } while (size > 0);
        return all.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("closed in the middle of a body");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private static byte[] exactly(int length, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("closed in the middle of a body");
        }
        return bytes;
    }
}
