package dev.danamemory.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.agents.AgentsFileException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The functions with the agents of the agents file as it is when a request comes. A request that runs keeps the agents
 * it began with; a file that is wrong is reported once, and the agents stay as they were.
 */
public final class FollowingFunctions implements FunctionRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(FollowingFunctions.class);

    private final WatchedFile file;
    private final Supplier<FunctionRoutes> reading;
    private FunctionRoutes current;

    /**
     * @param file watched since before {@code first} read it
     * @param reading makes functions of the file as it is then; throws {@link AgentsFileException} when it is wrong
     */
    public FollowingFunctions(WatchedFile file, FunctionRoutes first, Supplier<FunctionRoutes> reading) {
        this.file = file;
        this.current = first;
        this.reading = reading;
    }

    @Override
    public Match match(String method, String rawPath) {
        return current().match(method, rawPath);
    }

    @Override
    public Optional<RequestStreamHandler> handlerOf(JsonNode event) {
        return current().handlerOf(event);
    }

    @Override
    public CleanupRuns cleanup() {
        return current().cleanup();
    }

    private synchronized FunctionRoutes current() {
        if (file.hasChanged()) {
            try {
                current = reading.get();
                LOG.info("the agents file has changed, and is taken");
            } catch (AgentsFileException wrong) {
                LOG.warn("{}; the agents stay as they were", wrong.getMessage());
            }
        }
        return current;
    }
}
