package dev.danamemory.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.cleanup.CleanupProgress;
import dev.danamemory.cleanup.CleanupReport;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Deadline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** The API on this machine: the very functions that run as Lambdas, called with the events API Gateway would send. */
public final class LocalApi {
    private static final Duration LONGEST_CLEANUP = Duration.ofHours(1);

    private final FunctionRoutes routes;
    private final String userClaim;
    private final InstantSource clock;

    /** @param userClaim the claim that the functions read the user from */
    public LocalApi(FunctionRoutes routes, String userClaim, InstantSource clock) {
        this.routes = routes;
        this.userClaim = userClaim;
        this.clock = clock;
    }

    /** Whether this request is answered without knowing who asks. */
    public boolean isOpen(String method, String rawPath) {
        return routes.match(method, rawPath).isOpen();
    }

    /**
     * The answer of the function whose route it is.
     *
     * @throws IOException when the function fails without an answer, and so does every other exception
     */
    public LocalAnswer answer(LocalRequest request) throws IOException {
        FunctionRoutes.Match match = routes.match(request.method(), request.rawPath());
        ObjectNode event = new GatewayEvent(request, match, userClaim).at(clock.instant());
        return LocalAnswer.read(call(match.handler(), event, request.requestId()));
    }

    /**
     * What the function answers that would get this event on Lambda; nothing when none would.
     *
     * @param user who asks in place of the user that the event names
     * @throws IOException when the function fails without an answer, and so does every other exception
     */
    public Optional<byte[]> invoke(ObjectNode event, Optional<UserId> user) throws IOException {
        Optional<RequestStreamHandler> handler = routes.handlerOf(event);
        if (handler.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode delivered =
                user.map(name -> GatewayEvent.as(name, userClaim, event)).orElse(event);
        return Optional.of(call(handler.get(), delivered, UUID.randomUUID().toString()));
    }

    /** A run of cleanup, for at most an hour; throws when nothing could be done. */
    public CleanupReport cleanup(boolean isDryRun, CleanupProgress progress) {
        return routes.cleanup().run(isDryRun, Deadline.in(LONGEST_CLEANUP), progress);
    }

    private static byte[] call(RequestStreamHandler handler, ObjectNode event, String requestId) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(JsonWriter.bytes(event)), answer, new LocalContext(requestId));
        return answer.toByteArray();
    }
}
