package dev.danamemory.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.FieldFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param slug names the kind of problem; its type is {@code /problems/<slug>}
 * @param detail what was wrong and what would be right
 * @param errors the fields at fault, may be empty
 * @param headers of the answer, beside those that every answer has
 * @param members further members of the document
 */
public record Problem(
        int status,
        String slug,
        String title,
        String detail,
        List<FieldFault> errors,
        Map<String, String> headers,
        Map<String, JsonNode> members) {
    private static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, List.of(), Map.of(), Map.of());
    }

    /** Bodies that are not JSON, parameters that cannot be read. */
    public static Problem badRequest(String detail) {
        return of(400, "bad-request", "Bad request", detail);
    }

    /** Nobody to answer to. */
    public static Problem unauthorized(String detail) {
        return of(401, "unauthorized", "Unauthorized", detail);
    }

    /** Somebody who may not. */
    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "Forbidden", detail);
    }

    /** Neither here nor anybody else's: the two are told apart by nothing. */
    public static Problem notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    /** The user has no such conversation. */
    public static Problem noConversation() {
        return notFound("there is no such conversation; GET /conversations lists those there are");
    }

    /** The user's conversation has no such turn, or there is no such conversation. */
    public static Problem noTurn() {
        return notFound("there is no such turn; GET /conversations/{id}/turns lists those there are");
    }

    public static Problem methodNotAllowed(List<String> allowed) {
        String methods = String.join(", ", allowed);
        return of(405, "method-not-allowed", "Method not allowed", "this path knows " + methods)
                .withHeader("Allow", methods);
    }

    public static Problem tooLarge(int limit) {
        return of(
                413,
                "too-large",
                "Too large",
                "the body is over the " + limit / (1024 * 1024) + " MiB this route reads");
    }

    /** A body that no route reads, whichever was meant. */
    public static Problem tooLargeForAll() {
        return of(413, "too-large", "Too large", "the body is over 4 MiB, more than any route reads");
    }

    /** The runner was asked by a name that is not its own. */
    public static Problem misdirected(String detail) {
        return of(421, "misdirected", "Misdirected request", detail);
    }

    public static Problem unsupportedMediaType(List<String> mediaTypes) {
        return of(
                415,
                "unsupported-media-type",
                "Unsupported media type",
                "send the body with Content-Type: " + String.join(" or ", mediaTypes));
    }

    /** Fields at fault. */
    public static Problem invalid(List<FieldFault> faults) {
        String fields = faults.size() == 1 ? "a field is at fault" : faults.size() + " fields are at fault";
        String first = faults.isEmpty() ? "" : ": " + sentence(faults.getFirst());
        return new Problem(422, "invalid", "Invalid", fields + first, faults, Map.of(), Map.of());
    }

    private static String sentence(FieldFault fault) {
        return fault.field().isEmpty() ? fault.problem() : fault.field() + " " + fault.problem();
    }

    /** One field at fault. */
    public static Problem invalid(String field, String problem) {
        return invalid(List.of(new FieldFault(field, problem)));
    }

    /** A request that is at fault as a whole, in none of its fields more than in others. */
    public static Problem invalid(String detail) {
        return of(422, "invalid", "Invalid", detail);
    }

    /** The store is out of reach. */
    public static Problem storeUnavailable(Duration retryAfter) {
        return of(503, "store-unavailable", "Store unavailable", "the store is not to be reached now; try again")
                .retryAfter(retryAfter);
    }

    public static Problem storedDataUnreadable() {
        return of(
                500,
                "stored-data-unreadable",
                "Stored data unreadable",
                "what is stored of this conversation is damaged; it was left as it is, and erasing it still works");
    }

    public static Problem internalError() {
        return of(
                500,
                "internal-error",
                "Internal error",
                "a fault of this service; its operator finds it by the correlation id");
    }

    /** The same with one more member; null stays null. */
    public Problem with(String member, JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, slug, title, detail, errors, headers, more);
    }

    /** The same with one more header. */
    public Problem withHeader(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(status, slug, title, detail, errors, more, members);
    }

    /** The same with {@code Retry-After}: whole seconds, rounded up, at least 1. */
    public Problem retryAfter(@Nullable Duration time) {
        return time == null
                ? this
                : withHeader(
                        "Retry-After",
                        Long.toString(Math.max(1, time.plusMillis(999).toSeconds())));
    }

    /** What it says of one thing among several that were asked for at once. */
    public ObjectNode brief() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("type", "/problems/" + slug);
        document.put("title", title);
        document.set("status", WrittenNumber.of(status));
        document.put("detail", detail);
        return document;
    }

    /** The answer that carries this document. */
    public Answer answer(String correlationId) {
        ObjectNode document = brief();
        document.put("correlation_id", correlationId);
        ArrayNode places = document.putArray("errors");
        errors.forEach(fault -> places.addObject().put("field", fault.field()).put("problem", fault.problem()));
        members.forEach(document::set);
        return new Answer(status, document, MEDIA_TYPE, headers);
    }
}
