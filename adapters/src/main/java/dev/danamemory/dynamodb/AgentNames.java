package dev.danamemory.dynamodb;

import dev.danamemory.chat.Agents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which agents conversations here are of: cleanup's index answers only for agents that one can name, and those that are
 * not defined any more are to be reported. A process notes an agent when it first writes an entry of its, and then once
 * a day.
 */
final class AgentNames {
    private static final String UNTIL = KeyClaims.EXPIRES_AT;
    private static final Duration OFTEN = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int MOST_REMEMBERED = 1_000;
    private static final int READ_AT_ONCE = 100;
    // what sort keys of ids, which are letters, digits, '.', '_', '~' and '-', lie between
    private static final String FIRST = "-";
    private static final String LAST = "~~";

    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    /** Notes an agent, unless this process did so lately; the default one is always asked for. */
    void note(Table table, @Nullable String agentId, Instant now) {
        if (agentId == null || agentId.equals(Agents.DEFAULT)) {
            return;
        }
        Instant before = noted.get(agentId);
        if (before != null && before.plus(OFTEN).isAfter(now)) {
            return;
        }
        put(table, agentId, now);
        if (noted.size() >= MOST_REMEMBERED) {
            noted.clear();
        }
        noted.put(agentId, now);
    }

    private static void put(Table table, String agentId, Instant now) {
        Item note = Item.at(Keys.agent(agentId))
                .number(UNTIL, now.plus(KEPT).getEpochSecond())
                .build();
        if (table.put(note, Condition.nothing()) instanceof PutResult.Refused(@Nullable Item there)
                && there != null
                && isOld(there, now)) {
            table.put(note, Condition.same(there, UNTIL)); // whoever was faster says the same
        }
    }

    private static boolean isOld(Item there, Instant now) {
        Long until = there.optionalNumber(UNTIL);
        return until == null || until < now.plus(KEPT).minus(OFTEN).getEpochSecond();
    }

    /** Some of the agents that were noted, at most so many. */
    static List<String> all(Table table, int most) {
        List<String> agents = new ArrayList<>();
        ItemRun items = new ItemRun(table, Range.forwards(Keys.AGENTS, FIRST, LAST, READ_AT_ONCE));
        while (agents.size() < most && items.hasNext()) {
            agents.add(items.next().key().sort());
        }
        return agents;
    }
}
