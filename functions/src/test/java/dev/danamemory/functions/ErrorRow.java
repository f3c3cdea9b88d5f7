package dev.danamemory.functions;

import dev.danamemory.functions.http.Route;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The cases of the API's error table, each with its answer and all routes that it can touch. */
enum ErrorRow {
    NOT_JSON(400, "bad-request", Samples::readsBody),
    KEY_TWICE(400, "bad-request", Samples::readsBody),
    NESTED_TOO_DEEP(400, "bad-request", Samples::readsBody),
    UNREADABLE_PARAMETER(400, "bad-request", Samples::readsParameters),
    BAD_CURSOR(400, "bad-request", Set.of(Route.LIST_CONVERSATIONS, Route.EXPORT_ME)::contains),
    MALFORMED_KEY(400, "bad-request", Samples::takesKey),
    NO_IDENTITY(401, "unauthorized", Samples::needsIdentity),
    SUBJECT_THAT_IS_NO_USER(401, "unauthorized", Samples::needsIdentity),
    ACT_AS_WITHOUT_SCOPE(403, "forbidden", Samples::needsIdentity),
    FOREIGN_ORIGIN(403, "forbidden"),
    NO_SUCH_CONVERSATION(404, "not-found", Samples::needsConversation),
    ANOTHERS_CONVERSATION(404, "not-found", Samples::needsConversation),
    MALFORMED_ID(404, "not-found", route -> Samples.isOfConversation(route) && !route.makesConversation()),
    NO_SUCH_TURN(404, "not-found", Set.of(Route.TURN, Route.REDACT_TURN)::contains),
    ERASED_MEANWHILE(404, "not-found", Samples::takesKey),
    NO_SUCH_ROUTE(404, "not-found"),
    OTHER_METHOD(405, "method-not-allowed", route -> true),
    ID_TAKEN(409, "id-taken", Set.of(Route.CREATE_CONVERSATION, Route.IMPORT, Route.REMEMBER_TURN)::contains),
    KEY_IN_PROGRESS(409, "key-in-progress", Samples::takesKey),
    CLEARED_MEANWHILE(409, "conversation-cleared", Samples::meetsClear),
    TURN_GONE(409, "turn-gone", Samples::meetsClear),
    RANGE_THAT_DOES_NOT_ADJOIN(409, "range", Route.SUMMARISE::equals),
    BODY_TOO_LARGE(413, "too-large", Samples::readsBody),
    BODY_OF_ANOTHER_TYPE(415, "unsupported-media-type", Samples::readsBody),
    FOREIGN_HOST(421, "misdirected"),
    BODY_THAT_IS_NO_OBJECT(422, "invalid", Samples::readsBody),
    FIELD_AT_FAULT(422, "invalid", route -> Samples.readsBody(route) && route != Route.CLEAR),
    PARAMETER_AT_FAULT(422, "invalid", Samples::readsParameters),
    QUERY_TOO_LONG_FOR_A_GET(422, "invalid", Set.of(Route.CONTEXT, Route.SEARCH)::contains),
    MALFORMED_ID_TO_MAKE(422, "invalid", Route::makesConversation),
    ACT_AS_NOBODY(422, "invalid", Samples::needsIdentity),
    NOTHING_TO_SUMMARISE(422, "invalid", Route.SUMMARISE::equals),
    KEY_REUSED(422, "key-reused", Samples::takesKey),
    AGENT_THROTTLED(429, "agent-throttled", Samples::callsAgent),
    AGENT_FAILED(502, "agent-failed", Samples::callsAgent),
    AGENT_TIMEOUT(504, "agent-timeout", Samples::callsAgent),
    STORE_UNAVAILABLE(503, "store-unavailable", Samples::usesStore),
    STORED_DATA_UNREADABLE(
            500,
            "stored-data-unreadable",
            route -> Samples.usesStore(route) && route != Route.ERASE && route != Route.ERASE_ME),
    FAULT_OF_OURS(500, "internal-error", Samples::needsIdentity);

    private final int status;
    private final String slug;

    @SuppressWarnings("ImmutableEnumChecker") // none of them has a state
    private final Predicate<Route> touches;

    /** A row that no route is touched by: what the runner answers before there is one, or where there is none. */
    ErrorRow(int status, String slug) {
        this(status, slug, route -> false);
    }

    ErrorRow(int status, String slug, Predicate<Route> touches) {
        this.status = status;
        this.slug = slug;
        this.touches = touches;
    }

    int status() {
        return status;
    }

    String slug() {
        return slug;
    }

    Stream<Route> routes() {
        return Arrays.stream(Route.values()).filter(touches);
    }
}
