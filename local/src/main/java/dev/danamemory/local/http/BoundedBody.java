package dev.danamemory.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a request's body up to a limit. */
final class BoundedBody {
    /** The functions measure exactly; this only keeps the front from holding what none of them takes. */
    static final int MOST = 4 * 1024 * 1024 + 64 * 1024;

    /** A client that still sends when its connection is closed may lose the answer, so that much is read and dropped. */
    private static final long DROPPED_AT_MOST = 64L * 1024 * 1024;

    private BoundedBody() {}

    /**
     * The body, or nothing when it is over {@link #MOST} bytes.
     *
     * @throws IncompleteBodyException when it does not arrive whole
     */
    static Optional<byte[]> read(Request request) throws IncompleteBodyException {
        if (request.getLength() > MOST && waitsForContinue(request)) {
            return Optional.empty();
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(MOST + 1);
            if (body.length <= MOST) {
                return Optional.of(body);
            }
            drop(in);
            return Optional.empty();
        } catch (IOException e) {
            throw new IncompleteBodyException(e);
        }
    }

    private static boolean waitsForContinue(Request request) {
        HttpField expect = request.getHeaders().getField(HttpHeader.EXPECT);
        return expect != null && expect.contains(HttpHeaderValue.CONTINUE.asString());
    }

    private static void drop(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long dropped = 0;
        for (int read = in.read(buffer); read >= 0 && dropped < DROPPED_AT_MOST; read = in.read(buffer)) {
            dropped += read;
        }
    }
}
