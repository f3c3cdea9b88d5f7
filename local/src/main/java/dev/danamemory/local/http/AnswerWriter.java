package dev.danamemory.local.http;

import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.local.gateway.Body;
import dev.danamemory.local.gateway.Header;
import dev.danamemory.local.gateway.LocalAnswer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends answers through the HTTP server. */
final class AnswerWriter {
    private AnswerWriter() {}

    static void write(LocalAnswer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        for (Header header : answer.headers()) {
            response.getHeaders().put(header.name(), header.value());
        }
        response.write(true, ByteBuffer.wrap(answer.body().bytes()), callback);
    }

    static void write(Problem problem, String correlationId, Response response, Callback callback) {
        write(answer(problem, correlationId), response, callback);
    }

    /** The problem's document with the headers that every answer has. */
    static LocalAnswer answer(Problem problem, String correlationId) {
        Answer answer = problem.answer(correlationId);
        List<Header> headers = new ArrayList<>();
        answer.headers(correlationId).forEach((name, value) -> headers.add(new Header(name, value)));
        Body body = answer.body() == null ? Body.EMPTY : Body.text(JsonWriter.text(answer.body()));
        return new LocalAnswer(answer.status(), headers, body);
    }
}
