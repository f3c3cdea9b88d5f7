package dev.danamemory.local.http;

import dev.danamemory.functions.http.Problem;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problem documents in place of the HTTP server's own error pages. */
final class ProblemErrorHandler extends ErrorHandler {
    private static final Set<String> FAULTS_OF_HOST =
            Set.of("No Host", "Blank Host", "Bad HostPort", "Authority!=Host");
    private static final String NUL_IN_PATH = "Illegal character in path";

    private final BrowserRules browserRules;

    ProblemErrorHandler(BrowserRules browserRules) {
        this.browserRules = browserRules;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String correlationId = UUID.randomUUID().toString();
        AnswerWriter.write(problem(request, response.getStatus()), correlationId, response, callback);
        return true;
    }

    private Problem problem(Request request, int status) {
        if (request.getAttribute(ERROR_MESSAGE) instanceof String reason && FAULTS_OF_HOST.contains(reason)) {
            return browserRules.misdirected();
        }
        if (request.getAttribute(ERROR_EXCEPTION) instanceof Throwable fault && namesNul(fault.getCause())) {
            return Problem.notFound("there is nothing at this path");
        }
        return ServerProblems.of(status);
    }

    // the server refuses %00 in a path before any handler sees it; to us it is an id that nobody has
    private static boolean namesNul(@Nullable Throwable cause) {
        return cause instanceof IllegalArgumentException && NUL_IN_PATH.equals(cause.getMessage());
    }
}
