package dev.danamemory.agents;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault's message names file, agent and field. */
class WrongAgentsFileTest {
    private static void refuses(String json, String message) {
        assertThatThrownBy(() -> new AgentsFile(Set.of("demo", "other"), 25)
                        .parse("my.json", json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageStartingWith("agents file my.json: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                      | must be JSON: empty
            {"agents": [{]}                         | must be JSON: not valid JSON (line 1
            {"agents": [{"id":"a","id":"b"}]}       | must be JSON: a key stands twice in one object
            []                                      | must be a JSON object
            {}                                      | agents must be a list of at least one agent
            {"agents": null}                        | agents must be a list of at least one agent
            {"agents": {"id": "default"}}           | agents must be a list of at least one agent
            {"agents": []}                          | agents must be a list of at least one agent
            {"agent": [], "agents": [{}]}           | agent is not known here
            """)
    void fileAsAWhole(String json, String message) {
        refuses(json, message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            [{}, 7]                                          | agent number 2: must be a JSON object
            [{"id": 7}]                                      | agent number 1: id must be a text
            [{}, {"id": ""}]                                 | agent number 2: id must be 1 to 128 letters
            [{"id": "a b"}]                                  | agent number 1: id must be 1 to 128 letters
            [{"id": ".a"}]                                   | agent number 1: id must be 1 to 128 letters
            [{"id": "é"}]                                    | agent number 1: id must be 1 to 128 letters
            [{}, {"id": "a"}, {"id": "a"}]                   | agent "a": id is given to another agent before
            [{}, {}]                                         | agent "default": id is given to another agent before
            [{"id": "a"}]                                    | agent "default": id is missing; one agent must have
            [{"id": "Default"}]                              | agent "default": id is missing; one agent must have
            [{"name": 1}]                                    | agent "default": name must be a text
            [{"name": " "}]                                  | agent "default": name must be 1 to 200 characters
            [{"name": "\\ud800"}]                            | agent "default": name must be a text
            [{"description": []}]                            | agent "default": description must be a text
            [{"system_prompt": {}}]                          | agent "default": system_prompt must be a text
            [{"kind": "opnai"}]                              | agent "default": kind is not known; known are: demo, other
            [{"kind": 1}]                                    | agent "default": kind must be a text
            [{"timeout_seconds": 0}]                         | agent "default": timeout_seconds is out of range: 1 to 25
            [{"timeout_seconds": 26}]                        | agent "default": timeout_seconds is out of range: 1 to 25
            [{"timeout_seconds": 4294967297}]                | agent "default": timeout_seconds is out of range: 1 to 25
            [{"timeout_seconds": 2.5}]                       | agent "default": timeout_seconds must be a whole number
            [{"timeout_seconds": "25"}]                      | agent "default": timeout_seconds must be a whole number
            [{}, {"id": "b", "memory": []}]                  | agent "b": memory must be a JSON object
            """)
    void oneAgent(String agents, String message) {
        refuses("{\"agents\": " + agents + "}", message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            "window": 0                      | window is out of range: 1 to 200
            "window": 201                    | window is out of range: 1 to 200
            "window": -4294967290            | window is out of range: 1 to 200
            "window": 1.5                    | window must be a whole number, as in 20
            "window": 1e400                  | window must be a whole number, as in 20
            "window": true                   | window must be a whole number, as in 20
            "max_turns": -1                  | max_turns is out of range: 0 to 100
            "max_turns": 101                 | max_turns is out of range: 0 to 100
            "relevant_turns": 101            | relevant_turns is out of range: 0 to 100
            "token_budget": 255              | token_budget is out of range: 0 or 256 to 200000
            "token_budget": 200001           | token_budget is out of range: 0 or 256 to 200000
            "include_summaries": 1           | include_summaries must be true or false
            "include_summaries": "true"      | include_summaries must be true or false
            "summarize_every": 1             | summarize_every is out of range: 0 or 2 to 500
            "summarizer": 1                  | summarizer must be a text
            "summarizer": "b"                | summarizer must be "rules" or the id of an agent in this file
            "summarizer": ""                 | summarizer must be "rules" or the id of an agent in this file
            "session_minutes": 0             | session_minutes is out of range: 1 to 1
            "session_minutes": 1441          | session_minutes is out of range: 1 to 1
            "archive_after_days": -0.1       | archive_after_days is out of range: 0 or more days
            "archive_after_days": "30"       | archive_after_days must be a number, as in 30 or 0.5
            "delete_after_days": 1e999       | delete_after_days is out of range: 0 or more days
            "delete_after_days": false       | delete_after_days must be a number, as in 30 or 0.5
            "windows": 20                    | windows is not known here
            """)
    void memory(String setting, String message) {
        refuses("{\"agents\": [{}, {\"id\": \"a\", \"memory\": {" + setting + "}}]}", "agent \"a\": memory." + message);
    }
}
