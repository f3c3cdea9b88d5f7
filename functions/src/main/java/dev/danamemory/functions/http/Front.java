package dev.danamemory.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.danamemory.model.UserId;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoreUnavailableException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns an event into a request, has the route's endpoint answer it, and turns the answer into a response. Whatever
 * happens becomes an answer: problems of the caller as such, faults of ours as 500.
 */
public final class Front {
    private final Map<Route, Endpoint> endpoints;
    private final Identity identity;
    private final RequestLog log;

    /** @param endpoints who answers which route; events of other routes are answered with 404 */
    public Front(Map<Route, Endpoint> endpoints, Identity identity, KeyedHash hash) {
        this.endpoints = new EnumMap<>(endpoints);
        this.identity = identity;
        this.log = new RequestLog(hash);
    }

    /** The response to an event. */
    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Call call) {
        Visit visit = new Visit(correlationId(event, call));
        Answer answer;
        try {
            answer = serve(event, call, visit);
        } catch (RuntimeException failure) {
            Problem problem = Failures.problem(failure, visit.request());
            if (problem.status() == 500) {
                log.fault(visit, failure);
            } else if (failure instanceof StoreUnavailableException unavailable) {
                log.unavailable(visit, unavailable);
            }
            answer = problem.answer(visit.correlationId());
        }
        for (Throwable fault : visit.measures().faults()) {
            log.fault(visit, fault);
        }
        log.answered(visit, answer.status());
        RequestMetrics.answered(visit, call.function(), answer.status());
        return Responses.of(answer, visit.correlationId());
    }

    private Answer serve(APIGatewayV2HTTPEvent event, Call call, Visit visit) {
        if (Routes.PREFLIGHT_KEY.equals(event.getRouteKey())) {
            // API Gateway puts the headers for it, if pages may call at all
            return Answer.noContent();
        }
        RouteMatch match = match(event);
        Route route = match.route();
        visit.route(route);
        Endpoint endpoint = endpoints.get(route);
        if (endpoint == null) {
            throw noRoute();
        }
        Headers headers = new Headers(event.getHeaders());
        @Nullable UserId user = route.isOpen() ? null : identity.userOf(event, headers);
        Query query = Query.of(event.getRawQueryString());
        Request request = Request.withoutBody(
                route, match.pathParameters(), query, user, call.deadline(), headers, visit.measures());
        visit.request(request);
        if (route.template().contains("{id}")) {
            // a path that names nothing is told before its body is looked at
            request.conversation();
        }
        Request whole = request.withBody(BodyReader.read(route.payload(), event, headers));
        visit.request(whole);
        return endpoint.answer(whole);
    }

    private static RouteMatch match(APIGatewayV2HTTPEvent event) {
        Optional<Route> named = Routes.ofKey(event.getRouteKey());
        if (named.isPresent()) {
            Map<String, String> parameters = event.getPathParameters();
            return new RouteMatch(named.get(), parameters == null ? Map.of() : parameters);
        }
        String path = pathWithoutStage(event);
        String method = Optional.ofNullable(event.getRequestContext())
                .map(context -> context.getHttp())
                .map(http -> http.getMethod())
                .orElse("");
        return Routes.matchOfDefault(method, path).orElseThrow(() -> {
            List<String> allowed = Routes.methods(path);
            return allowed.isEmpty() || allowed.contains(method)
                    ? noRoute()
                    : new ProblemException(Problem.methodNotAllowed(allowed));
        });
    }

    private static String pathWithoutStage(APIGatewayV2HTTPEvent event) {
        String path = Optional.ofNullable(event.getRawPath()).orElse("");
        @Nullable
        String stage = event.getRequestContext() == null
                ? null
                : event.getRequestContext().getStage();
        // only a stage with a name of its own stands in the path
        return stage != null && path.startsWith("/" + stage + "/") ? path.substring(stage.length() + 1) : path;
    }

    private static ProblemException noRoute() {
        return new ProblemException(Problem.notFound("there is no such route; openapi.yaml lists those there are"));
    }

    private static String correlationId(APIGatewayV2HTTPEvent event, Call call) {
        String gateways = event.getRequestContext() == null
                ? null
                : event.getRequestContext().getRequestId();
        return gateways == null ? call.requestId() : gateways;
    }
}
