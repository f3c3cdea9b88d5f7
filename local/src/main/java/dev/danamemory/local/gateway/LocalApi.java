package dev.danamemory.local.gateway;

import dev.danamemory.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;

/** The API on this machine: the very functions that run as Lambdas, called with the events API Gateway would send. */
public final class LocalApi {
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
        byte[] event = JsonWriter.bytes(new GatewayEvent(request, match, userClaim).at(clock.instant()));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        match.handler().handleRequest(new ByteArrayInputStream(event), answer, new LocalContext(request.requestId()));
        return LocalAnswer.read(answer.toByteArray());
    }
}
