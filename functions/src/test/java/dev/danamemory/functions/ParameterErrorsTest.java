package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import dev.danamemory.functions.http.Routes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error table's rows about query parameters; and many faults at once. */
class ParameterErrorsTest {
    private static final String[] UNREADABLE = {
        "GET /conversations?limit=ten",
        "GET /conversations?limit=1.0",
        "GET /conversations?limit=",
        "GET /conversations?limit=5&limit=6",
        "GET /conversations?agent_id=%FF",
        "GET /conversations?cursor=%zz",
        "GET /conversations/kitchen/turns?after=a",
        "GET /conversations/kitchen/turns?before=newest",
        "GET /conversations/kitchen/turns?limit=+5",
        "GET /conversations/kitchen/context?query=x&max_turns=many",
        "GET /conversations/kitchen/context?query=x&include_summaries=yes",
        "GET /conversations/kitchen/context?query=%C3",
        "GET /conversations/kitchen/search?q=a&q=b",
        "PUT /conversations/new?agent_id=a&agent_id=a",
        "PUT /conversations/new?agent_id=%FF",
        "DELETE /me?confirm=yes",
        "DELETE /me?confirm=true&confirm=true",
        "GET /me/export?limit=ten",
        "GET /me/export?cursor=%zz",
    };

    /** The parameter at fault, and where. */
    private static final String[] AT_FAULT = {
        "limit GET /conversations?limit=0",
        "limit GET /conversations?limit=101",
        "limit GET /conversations?limit=-1",
        "limit GET /conversations?limit=99999999999999999999",
        "status GET /conversations?status=deleted",
        "status GET /conversations?status=ACTIVE",
        "agent_id GET /conversations?agent_id=a%20b",
        "limit GET /conversations/kitchen/turns?limit=0",
        "limit GET /conversations/kitchen/turns?limit=201",
        "after GET /conversations/kitchen/turns?after=-1",
        "before GET /conversations/kitchen/turns?before=0",
        "before GET /conversations/kitchen/turns?before=latest&after=0",
        "before GET /conversations/kitchen/turns?before=5&after=5",
        "query GET /conversations/kitchen/context",
        "max_turns GET /conversations/kitchen/context?query=&max_turns=-1",
        "max_turns GET /conversations/kitchen/context?query=&max_turns=101",
        "relevant_turns GET /conversations/kitchen/context?query=&relevant_turns=101",
        "token_budget GET /conversations/kitchen/context?query=&token_budget=255",
        "token_budget GET /conversations/kitchen/context?query=&token_budget=200001",
        "task_type GET /conversations/kitchen/context?query=&task_type=",
        "task_type GET /conversations/kitchen/context?query=&task_type=a.b",
        "q GET /conversations/kitchen/search",
        "q GET /conversations/kitchen/search?q=%20",
        "limit GET /conversations/kitchen/search?q=a&limit=51",
        "limit GET /conversations/kitchen/search?q=a&limit=0",
        "agent_id PUT /conversations/new?agent_id=a%20b",
        "confirm DELETE /me",
        "confirm DELETE /me?confirm=false",
        "limit GET /me/export?limit=0",
        "limit GET /me/export?limit=101",
    };

    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void open() {
        api = TestApi.in(folder).withTurn("kitchen", "The oven is broken.", "I see.");
    }

    private static boolean isOf(Route route, String methodAndTarget) {
        String[] parts = methodAndTarget.split("[ ?]", -1);
        return Routes.match(parts[0], parts[1]).orElseThrow().route() == route;
    }

    private Sent sent(String methodAndTarget) {
        String[] parts = methodAndTarget.split(" ", -1);
        Sent sent = api.send(parts[0], parts[1]);
        return parts[0].equals("PUT") ? sent.json1("{'history': []}") : sent;
    }

    @RowTest(ErrorRow.UNREADABLE_PARAMETER)
    void parameterThatCannotBeRead(Route route) {
        List<String> unreadable =
                Arrays.stream(UNREADABLE).filter(one -> isOf(route, one)).toList();
        assertThat(unreadable).isNotEmpty().allSatisfy(one -> sent(one).reply().is(ErrorRow.UNREADABLE_PARAMETER));
    }

    @RowTest(ErrorRow.BAD_CURSOR)
    void badCursor(Route route) {
        for (String cursor : new String[] {"x", "", "!!!!", "bm90aGluZw", "eyJhIjoxfQ=="}) {
            api.send(route.method(), route.template() + "?cursor=" + cursor)
                    .reply()
                    .is(ErrorRow.BAD_CURSOR);
        }
    }

    @RowTest(ErrorRow.PARAMETER_AT_FAULT)
    void parameterMissingUnknownOrOutOfRange(Route route) {
        List<String[]> faults = Arrays.stream(AT_FAULT)
                .map(fault -> fault.split(" ", 2))
                .filter(fault -> isOf(route, fault[1]))
                .toList();
        assertThat(faults)
                .isNotEmpty()
                .allSatisfy(fault ->
                        sent(fault[1]).reply().is(ErrorRow.PARAMETER_AT_FAULT).isFaultOf(fault[0]));
    }

    @RowTest(ErrorRow.QUERY_TOO_LONG_FOR_A_GET)
    void queryOfOver2Kib(Route route) {
        String most = "%C3%A9".repeat(1024);
        String target = Samples.target(route).replace("oven", most);
        api.send(route.method(), target).reply().hasStatus(200);
        String parameter = target.substring(target.indexOf('?') + 1, target.indexOf('='));
        api.send(route.method(), target + "x")
                .reply()
                .is(ErrorRow.QUERY_TOO_LONG_FOR_A_GET)
                .isFaultOf(parameter);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        Reply reply = api.post("/chat")
                .json1("{'message': ' ', 'agent_id': '?', 'context': 1, 'max_context_turns': -1}")
                .reply()
                .isProblem(422, "invalid");
        assertThat(reply.body().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("message", "agent_id", "context", "max_context_turns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "turns?after=9999999999999999999 | must be from 0 to 999999999999999999",
                "turns?before=9999999999999999999 | must be from 1 to 999999999999999999",
                "context?query=&task_type=LONG | must be 1 to 64 letters, digits, blanks, _ and -"
            })
    void theLimitThatWasMetIsTold(String target, String problem) {
        Reply told = api.get("/conversations/kitchen/" + target.replace("LONG", "a".repeat(300)))
                .reply()
                .isProblem(422, "invalid");
        assertThat(told.body().at("/errors/0/problem").asText()).isEqualTo(problem);
    }
}
