package dev.danamemory.local.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A request as API Gateway's HTTP API sends it to a function, payload format 2.0. */
final class GatewayEvent {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String STAGE = "$default";
    private static final Pattern ENCODED_SLASH = Pattern.compile("%2[Ff]");

    private final LocalRequest request;
    private final FunctionRoutes.Match match;
    private final String userClaim;

    GatewayEvent(LocalRequest request, FunctionRoutes.Match match, String userClaim) {
        this.request = request;
        this.match = match;
        this.userClaim = userClaim;
    }

    ObjectNode at(Instant now) {
        ObjectNode event = NODES.objectNode();
        event.put("version", "2.0");
        event.put("routeKey", match.routeKey());
        event.put("rawPath", path());
        event.put("rawQueryString", request.rawQuery());
        addHeaders(event);
        addMap(event, "queryStringParameters", queryParameters());
        event.set("requestContext", requestContext(now));
        addMap(event, "pathParameters", match.pathParameters());
        if (!request.body().content().isEmpty()) {
            event.put("body", request.body().content());
        }
        event.put("isBase64Encoded", request.body().isBase64());
        return event;
    }

    /** An event as it would have come with that user's token. */
    static ObjectNode as(UserId user, String userClaim, ObjectNode event) {
        ObjectNode changed = event.deepCopy();
        ObjectNode context = changed.get("requestContext") instanceof ObjectNode present
                ? present
                : changed.putObject("requestContext");
        context.set("authorizer", authorizer(user, userClaim));
        return changed;
    }

    private void addHeaders(ObjectNode event) {
        Map<String, String> headers = new LinkedHashMap<>();
        ArrayNode cookies = NODES.arrayNode();
        for (Header header : request.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.equals("cookie")) {
                for (String cookie : header.value().split(";", -1)) {
                    cookies.add(cookie.strip());
                }
            } else {
                headers.merge(name, header.value(), (one, next) -> one + "," + next);
            }
        }
        if (!cookies.isEmpty()) {
            event.set("cookies", cookies);
        }
        ObjectNode fields = event.putObject("headers");
        headers.forEach(fields::put);
    }

    private Map<String, String> queryParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : request.rawQuery().split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.merge(formDecode(name), formDecode(value), (one, next) -> one + "," + next);
            }
        }
        return parameters;
    }

    private static String formDecode(String encoded) {
        return decoded(encoded.replace('+', ' '));
    }

    // at the default route the path alone tells what was asked for, and API Gateway decodes an encoded slash there,
    // too:
    // here it stays encoded, and what was sent as one segment is not taken for two
    private String path() {
        String path = request.rawPath();
        return match.routeKey().equals(FunctionRoutes.DEFAULT_KEY)
                ? decoded(ENCODED_SLASH.matcher(path).replaceAll("%252F"))
                : decoded(path);
    }

    // what can't be decoded names nothing; it is for the functions to say so
    private static String decoded(String encoded) {
        return PercentCoding.decode(encoded).orElse(encoded);
    }

    private static void addMap(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            ObjectNode map = event.putObject(name);
            values.forEach(map::put);
        }
    }

    private ObjectNode requestContext(Instant now) {
        ObjectNode context = NODES.objectNode();
        context.put("accountId", "local");
        context.put("apiId", "local");
        UserId user = request.user();
        if (user != null) {
            context.set("authorizer", authorizer(user, userClaim));
        }
        context.put("domainName", first("host"));
        context.put("domainPrefix", "local");
        ObjectNode http = context.putObject("http");
        http.put("method", request.method());
        http.put("path", path());
        http.put("protocol", request.protocol());
        http.put("sourceIp", request.sourceIp());
        http.put("userAgent", first("user-agent"));
        context.put("requestId", request.requestId());
        context.put("routeKey", match.routeKey());
        context.put("stage", STAGE);
        context.put("time", GatewayTime.FORM.format(now.atOffset(ZoneOffset.UTC)));
        context.set("timeEpoch", WrittenNumber.of(now.toEpochMilli()));
        return context;
    }

    private static ObjectNode authorizer(UserId user, String userClaim) {
        ObjectNode claims = NODES.objectNode().put("sub", user.value()).put(userClaim, user.value());
        ObjectNode jwt = NODES.objectNode();
        jwt.set("claims", claims);
        jwt.putNull("scopes");
        return NODES.objectNode().set("jwt", jwt);
    }

    private String first(String name) {
        return request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** Loaded with the first request only. */
    private static final class GatewayTime {
        static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
    }
}
