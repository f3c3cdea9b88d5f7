package dev.danamemory.local.http;

import dev.danamemory.local.gateway.Body;
import dev.danamemory.local.gateway.Header;
import dev.danamemory.local.gateway.LocalRequest;
import dev.danamemory.model.UserId;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The HTTP server's request in the terms of this project. */
final class ServerRequest {
    private final Request request;

    ServerRequest(Request request) {
        this.request = request;
    }

    String method() {
        return request.getMethod();
    }

    /** As it was sent, percent-encoded and not normalised; empty where the target is no path. */
    String rawPath() {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    }

    /** The values of all headers of that name, in any case. */
    List<String> values(String name) {
        return request.getHeaders().stream()
                .filter(field -> field.getName().equalsIgnoreCase(name))
                .map(ServerRequest::value)
                .toList();
    }

    LocalRequest toLocal(String requestId, byte[] body, @Nullable UserId user) {
        List<Header> headers = request.getHeaders().stream()
                .map(field -> new Header(field.getName(), value(field)))
                .toList();
        return new LocalRequest(
                requestId,
                method(),
                rawPath(),
                Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
                headers,
                Body.of(body, first("Content-Type"), first("Content-Encoding")),
                user,
                Request.getRemoteAddr(request),
                request.getConnectionMetaData().getProtocol());
    }

    private String first(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    private static String value(HttpField field) {
        return Objects.requireNonNullElse(field.getValue(), "");
    }
}
