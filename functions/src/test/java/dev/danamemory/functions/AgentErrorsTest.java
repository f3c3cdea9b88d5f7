package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The error table's rows about agents, on every route that asks one. */
class AgentErrorsTest {
    @TempDir
    Path folder;

    /** What is answered when that agent is asked, in a conversation that it summarises, too. */
    private Reply asked(Route route, String agent) {
        TestApi api = TestApi.in(folder.resolve(agent), new TestAgents().summarisedBy("host", agent));
        api.post("/conversations")
                .json1("{'conversation_id': 'kitchen', 'agent_id': 'host'}")
                .reply()
                .hasStatus(201);
        api.withTurn("kitchen", "The oven is broken.", "I see.");
        Sent request = Samples.request(api, route);
        if (route == Route.CHAT) {
            request.json1("{'message': 'hi', 'conversation_id': 'kitchen', 'agent_id': '" + agent + "'}");
        }
        Reply reply = request.reply();
        Reply statistics = api.get("/conversations/kitchen").reply();
        assertThat(statistics.number("summary_count")).isZero();
        assertThat(statistics.number("total_turns")).isEqualTo(route == Route.CHAT ? 2 : 1);
        assertThat(reply.body().toString()).doesNotContain("SECRET").doesNotContain("Exception");
        return reply;
    }

    @RowTest(ErrorRow.AGENT_THROTTLED)
    void throttled(Route route) {
        Reply reply = asked(route, "throttled").is(ErrorRow.AGENT_THROTTLED);
        assertThat(reply.header("Retry-After")).isEqualTo("7");
    }

    @RowTest(ErrorRow.AGENT_FAILED)
    void failed(Route route) {
        for (String agent : new String[] {"failing", "empty", "huge"}) {
            asked(route, agent).is(ErrorRow.AGENT_FAILED);
        }
    }

    @RowTest(ErrorRow.AGENT_TIMEOUT)
    void tookTooLong(Route route) {
        asked(route, "slow").is(ErrorRow.AGENT_TIMEOUT);
    }
}
