package dev.danamemory.local.http;

import dev.danamemory.functions.http.FaultTrace;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.Routes;
import dev.danamemory.local.gateway.LocalAnswer;
import dev.danamemory.local.gateway.LocalApi;
import dev.danamemory.model.UserId;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every request: by the front's own rules, else by the function whose route it is. */
final class FrontHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(FrontHandler.class);

    private final LocalApi api;
    private final BrowserRules browserRules;

    FrontHandler(LocalApi api, BrowserRules browserRules) {
        this.api = api;
        this.browserRules = browserRules;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = UUID.randomUUID().toString();
        AnswerWriter.write(answer(request, requestId), response, callback);
        return true;
    }

    private LocalAnswer answer(Request request, String requestId) {
        try {
            // first of all: who is refused and still sends would lose the answer
            Optional<byte[]> body = BoundedBody.read(request);
            ServerRequest asked = new ServerRequest(request);
            Optional<UserId> user = Identity.of(asked.values("Authorization"));
            Optional<Problem> refusal = refusal(asked, body.isPresent(), user.isPresent());
            if (refusal.isPresent()) {
                return AnswerWriter.answer(refusal.get(), requestId);
            }
            return api.answer(asked.toLocal(requestId, body.orElseThrow(), user.orElse(null)));
        } catch (IncompleteBodyException incomplete) {
            Problem problem = Problem.badRequest("the body did not arrive whole; check its length or its chunks");
            return AnswerWriter.answer(problem, requestId);
        } catch (Exception fault) {
            // its message may quote the request
            LOG.error("request {} failed: {}", requestId, FaultTrace.of(fault));
            return AnswerWriter.answer(Problem.internalError(), requestId);
        }
    }

    private Optional<Problem> refusal(ServerRequest asked, boolean isWithinLimit, boolean hasUser) {
        Optional<Problem> ofBrowser = browserRules.refusal(asked);
        if (ofBrowser.isPresent()) {
            return ofBrowser;
        }
        if (!isWithinLimit) {
            return Optional.of(Routes.tooLarge(asked.method(), asked.rawPath()));
        }
        return hasUser || api.isOpen(asked.method(), asked.rawPath())
                ? Optional.empty()
                : Optional.of(Identity.unauthorized());
    }
}
