package dev.danamemory.cleanup;

import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.Agents;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.InstantText;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.store.IdleConversation;
import dev.danamemory.store.IdleQuery.Cutoffs;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What today's settings make of idle conversations. All agents that are defined have cutoffs, those that want nothing
 * archived or deleted empty ones, so that a store can tell whose conversations nobody knows the settings of.
 */
final class Policy {
    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();
    // the window may be smaller, and a reader still expects a page of turns at hand
    private static final int LEAST_KEPT = 20;

    private final Map<String, AgentDefinition> agents = new LinkedHashMap<>();
    private final Map<String, Cutoffs> cutoffs = new LinkedHashMap<>();
    private final boolean archives;

    /** @param archives whether the store has an archive; without one nothing is to be archived */
    Policy(Agents agents, Instant now, boolean archives) {
        this.archives = archives;
        for (AgentDefinition agent : agents.definitions()) {
            MemorySettings settings = agent.memory();
            this.agents.put(agent.id(), agent);
            cutoffs.put(
                    agent.id(),
                    new Cutoffs(
                            archives ? before(now, settings.archiveAfterDays()) : null,
                            before(now, settings.deleteAfterDays())));
        }
    }

    private static @Nullable Instant before(Instant now, @Nullable Double days) {
        return days == null ? null : now.minusMillis(Math.round(days * MILLIS_PER_DAY));
    }

    /** Since when conversations have to be idle, by agent. */
    Map<String, Cutoffs> cutoffs() {
        return cutoffs;
    }

    /** Whether nothing is ever due. */
    boolean isOff() {
        return cutoffs.values().stream().allMatch(cutoff -> cutoff.archive() == null && cutoff.delete() == null);
    }

    /** What the operator asked for and does not get. */
    Optional<String> unmet() {
        if (archives) {
            return Optional.empty();
        }
        String asking = agents.values().stream()
                .filter(agent -> agent.memory().archiveAfterDays() != null)
                .map(AgentDefinition::id)
                .collect(Collectors.joining(", "));
        return asking.isEmpty()
                ? Optional.empty()
                : Optional.of("nothing is archived, for there is no archive; MEMORY_ARCHIVE names one."
                        + " archive_after_days stands in the settings of: " + asking);
    }

    /** What is to become of it. What is both to be archived and to be deleted is deleted. */
    Plan planFor(IdleConversation conversation) {
        String agentId = conversation.agentId() == null ? Agents.DEFAULT : conversation.agentId();
        AgentDefinition agent = agents.get(agentId);
        Cutoffs cutoff = cutoffs.get(agentId);
        if (agent == null || cutoff == null) {
            return new Plan.NoAgent(agentId);
        }
        MemorySettings settings = agent.memory();
        Instant delete = cutoff.delete();
        if (delete != null && !conversation.activity().isAfter(delete)) {
            return new Plan.Delete(
                    delete, reason(conversation, agentId, "delete_after_days", settings.deleteAfterDays()));
        }
        Instant archive = conversation.status() == ConversationStatus.ACTIVE ? cutoff.archive() : null;
        if (archive != null && !conversation.activity().isAfter(archive)) {
            return new Plan.Archive(
                    archive,
                    Math.max(LEAST_KEPT, settings.window()),
                    reason(conversation, agentId, "archive_after_days", settings.archiveAfterDays()));
        }
        return new Plan.NotDue();
    }

    private static String reason(IdleConversation conversation, String agentId, String setting, @Nullable Double days) {
        String number = days == null
                ? "off"
                : BigDecimal.valueOf(days).stripTrailingZeros().toPlainString();
        return "idle since " + InstantText.of(conversation.activity()) + "; " + setting + " of agent " + agentId
                + " is " + number;
    }
}
