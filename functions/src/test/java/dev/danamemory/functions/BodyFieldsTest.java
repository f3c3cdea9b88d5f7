package dev.danamemory.functions;

import dev.danamemory.functions.http.Route;
import dev.danamemory.functions.http.Routes;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule on a field of a body: what breaks it is 422 and names the field; nothing of it is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyFieldsTest {
    private static final String KIB_256 = "x".repeat(256 * 1024);
    private static final String KIB_16 = "x".repeat(16 * 1024);
    private static final String DIGITS = "1".repeat(1_001);

    @TempDir
    static Path folder;

    private TestApi api;

    @BeforeAll
    void open() {
        api = TestApi.in(folder).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    private static Arguments of(String route, String field, String body) {
        return Arguments.of(route, field, body);
    }

    static Stream<Arguments> chat() {
        return Stream.of(
                of("POST /chat", "message", "{}"),
                of("POST /chat", "message", "{'message': null}"),
                of("POST /chat", "message", "{'message': ''}"),
                of("POST /chat", "message", "{'message': ' \\n\\t'}"),
                of("POST /chat", "message", "{'message': 5}"),
                of("POST /chat", "message", "{'message': '\\ud83d'}"),
                of("POST /chat", "message", "{'message': '" + KIB_256 + "x'}"),
                of("POST /chat", "conversation_id", "{'message': 'm', 'conversation_id': -1}"),
                of("POST /chat", "conversation_id", "{'message': 'm', 'conversation_id': 1.5}"),
                of("POST /chat", "conversation_id", "{'message': 'm', 'conversation_id': 1E400}"),
                of("POST /chat", "conversation_id", "{'message': 'm', 'conversation_id': " + DIGITS + "}"),
                of("POST /chat", "conversation_id", "{'message': 'm', 'conversation_id': '../x'}"),
                of("POST /chat", "conversation_id", "{'message': 'm', 'conversation_id': []}"),
                of("POST /chat", "agent_id", "{'message': 'm', 'agent_id': ''}"),
                of("POST /chat", "agent_id", "{'message': 'm', 'agent_id': 'nobody'}"),
                of("POST /chat", "context", "{'message': 'm', 'context': []}"),
                of("POST /chat", "context", "{'message': 'm', 'context': {'a': '" + KIB_16 + "'}}"),
                of("POST /chat", "context.a", "{'message': 'm', 'context': {'a': '\\udc00'}}"),
                of("POST /chat", "context.a[1]", "{'message': 'm', 'context': {'a': [1, " + DIGITS + "]}}"),
                of("POST /chat", "max_context_turns", "{'message': 'm', 'max_context_turns': 101}"),
                of("POST /chat", "max_context_turns", "{'message': 'm', 'max_context_turns': '5'}"),
                of("POST /chat", "memory", "{'message': 'm', 'memory': 5}"),
                of("POST /chat", "memory.max_turns", "{'message': 'm', 'memory': {'max_turns': -1}}"),
                of("POST /chat", "memory.relevant_turns", "{'message': 'm', 'memory': {'relevant_turns': 101}}"),
                of("POST /chat", "memory.token_budget", "{'message': 'm', 'memory': {'token_budget': 255}}"),
                of("POST /chat", "memory.include_summaries", "{'message': 'm', 'memory': {'include_summaries': 1}}"));
    }

    static Stream<Arguments> conversations() {
        String post = "POST /conversations";
        String patch = "PATCH /conversations/kitchen";
        return Stream.of(
                of(post, "conversation_id", "{'conversation_id': ''}"),
                of(post, "conversation_id", "{'conversation_id': 5}"),
                of(post, "conversation_id", "{'conversation_id': '-a'}"),
                of(post, "agent_id", "{'agent_id': 'nobody'}"),
                of(post, "agent_id", "{'agent_id': 5}"),
                of(post, "title", "{'title': ''}"),
                of(post, "title", "{'title': '  '}"),
                of(post, "title", "{'title': '" + "x".repeat(201) + "'}"),
                of(post, "title", "{'title': '\\ud83d'}"),
                of(post, "metadata", "{'metadata': 'text'}"),
                of(post, "metadata", "{'metadata': {'a': '" + KIB_16 + "'}}"),
                of(post, "metadata.a.b", "{'metadata': {'a': {'b': " + DIGITS + "}}}"),
                of(patch, "title", "{'title': ''}"),
                of(patch, "title", "{'title': 5}"),
                of(patch, "title", "{'title': '" + "x".repeat(201) + "'}"),
                of(patch, "status", "{'status': null}"),
                of(patch, "status", "{'status': 'deleted'}"),
                of(patch, "metadata", "{'metadata': []}"),
                of(patch, "metadata", "{'metadata': {'a': '" + KIB_16 + "'}}"),
                of(patch, "metadata.a", "{'metadata': {'a': '\\ud83d'}}"),
                of("PUT /conversations/new?agent_id=nobody", "agent_id", "{'history': []}"),
                of("PUT /conversations/new?agent_id=a+b", "agent_id", "{'history': []}"),
                of("PUT /conversations/new", "agent_id", "{'history': [], 'metadata': {'agent_id': 'nobody'}}"),
                of("PUT /conversations/new", "history", "{}"),
                of("PUT /conversations/new", "history", "{'history': null}"),
                of("PUT /conversations/new", "history[0]", "{'history': [5]}"));
    }

    private static String turn(String more) {
        return "{'user_input': 'a', 'agent_response': 'b', " + more + "}";
    }

    static Stream<Arguments> turns() {
        String post = "POST /conversations/kitchen/turns";
        String attachment = "{'uri': 'u', 'media_type': 'm/t'}";
        return Stream.of(
                of(post, "user_input", "{'agent_response': 'b'}"),
                of(post, "agent_response", "{'user_input': 'a'}"),
                of(post, "agent_response", "{'user_input': 'a', 'agent_response': null}"),
                of(post, "user_input", "{'user_input': '', 'agent_response': ''}"),
                of(post, "user_input", "{'user_input': 1, 'agent_response': 'b'}"),
                of(post, "user_input", "{'user_input': '" + KIB_256 + "x', 'agent_response': 'b'}"),
                of(post, "agent_response", "{'user_input': 'a', 'agent_response': '" + KIB_256 + "x'}"),
                of(post, "agent_response", "{'user_input': 'a', 'agent_response': '\\udfff'}"),
                of(post, "turn_id", turn("'turn_id': '12'")),
                of(post, "turn_id", turn("'turn_id': 'a/b'")),
                of(post, "turn_id", turn("'turn_id': 12")),
                of(post, "timestamp", turn("'timestamp': 'yesterday'")),
                of(post, "timestamp", turn("'timestamp': '2026-11-22 13:00:00'")),
                of(post, "timestamp", turn("'timestamp': 1795352400")),
                of(post, "agent_id", turn("'agent_id': 'a b'")),
                of(post, "metadata", turn("'metadata': 'x'")),
                of(post, "metadata", turn("'metadata': {'a': '" + KIB_16 + "'}")),
                of(post, "steps", turn("'steps': {}")),
                of(post, "steps[0]", turn("'steps': [1]")),
                of(post, "steps[0].type", turn("'steps': [{'type': 'thought'}]")),
                of(post, "steps[0].arguments", turn("'steps': [{'type': 'tool_call', 'id': 'i', 'name': 'n'}]")),
                of(post, "attachments", turn("'attachments': [" + (attachment + ",").repeat(16) + attachment + "]")),
                of(post, "attachments[0].uri", turn("'attachments': [{'media_type': 'm/t'}]")));
    }

    static Stream<Arguments> reads() {
        String context = "POST /conversations/kitchen/context";
        String search = "POST /conversations/kitchen/search";
        return Stream.of(
                of(context, "query", "{}"),
                of(context, "query", "{'query': 5}"),
                of(context, "query", "{'query': '\\ud83d'}"),
                of(context, "query", "{'query': '" + "many words ".repeat(400) + "', 'token_budget': 256}"),
                of(context, "max_turns", "{'query': '', 'max_turns': -1}"),
                of(context, "max_turns", "{'query': '', 'max_turns': 1.5}"),
                of(context, "token_budget", "{'query': '', 'token_budget': 1}"),
                of(context, "include_steps", "{'query': '', 'include_steps': 'yes'}"),
                of(context, "task_type", "{'query': '', 'task_type': '" + "x".repeat(65) + "'}"),
                of(search, "q", "{}"),
                of(search, "q", "{'q': ''}"),
                of(search, "q", "{'q': ['oven']}"),
                of(search, "limit", "{'q': 'oven', 'limit': 51}"),
                of(search, "limit", "{'q': 'oven', 'limit': '5'}"));
    }

    static Stream<Arguments> summaries() {
        String post = "POST /conversations/kitchen/summaries";
        return Stream.of(
                of(post, "end_turn", "{'end_turn': 0}"),
                of(post, "end_turn", "{'end_turn': 2}"),
                of(post, "end_turn", "{'end_turn': 1.5}"),
                of(post, "end_turn", "{'end_turn': '1'}"),
                of(post, "end_turn", "{'end_turn': " + DIGITS + "}"),
                of(post, "content", "{'content': ''}"),
                of(post, "content", "{'content': ' \\n'}"),
                of(post, "content", "{'content': 5}"),
                of(post, "content", "{'content': '\\ud83d'}"),
                of(post, "content", "{'content': '" + KIB_256 + "x'}"));
    }

    private static boolean isOf(Route route, Arguments fault) {
        String[] parts = fault.get()[0].toString().split("[ ?]", -1);
        return Routes.match(parts[0], parts[1]).orElseThrow().route() == route;
    }

    /** The faults below are of all routes that read fields. */
    @RowTest(ErrorRow.FIELD_AT_FAULT)
    void everyRouteHasFaultsOfFields(Route route) {
        Arguments fault = Stream.of(chat(), conversations(), turns(), reads(), summaries())
                .flatMap(faults -> faults)
                .filter(of -> isOf(route, of))
                .findFirst()
                .orElseThrow();
        String target = fault.get()[0].toString().split(" ", -1)[1];
        api.send(route.method(), target)
                .json1(fault.get()[2].toString())
                .reply()
                .is(ErrorRow.FIELD_AT_FAULT);
    }

    @ParameterizedTest
    @MethodSource({"chat", "conversations", "turns", "reads", "summaries"})
    void faultOfOneField(String route, String field, String body) {
        String[] parts = route.split(" ", -1);
        api.send(parts[0], parts[1]).json1(body).reply().isFaultOf(field);
    }
}
