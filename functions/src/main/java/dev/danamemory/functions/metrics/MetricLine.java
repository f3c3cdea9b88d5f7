package dev.danamemory.functions.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.WrittenNumber;
import java.time.Duration;
import java.time.Instant;

/**
 * A line of the log from which CloudWatch takes metrics (its embedded metric format), by function and route. It holds
 * numbers and these two names, and nothing of users; whoever writes it in the middle of another line loses it.
 */
public final class MetricLine {
    /** Where CloudWatch shows them. */
    public static final String NAMESPACE = "DanaMemory";

    private static final long TENTH_OF_A_MILLI = 100_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ArrayNode definitions = NODES.arrayNode();
    private final ObjectNode values = NODES.objectNode();

    /**
     * @param function as Lambda names it, which names the stack too
     * @param route a route's key, or what else was done
     */
    public MetricLine(String function, String route) {
        values.put("FunctionName", function);
        values.put("Route", route);
    }

    /** Adds how many of something there were. */
    public MetricLine count(String name, long count) {
        return add(name, "Count", WrittenNumber.of(count));
    }

    /** Adds how much there was of what comes in fractions. */
    public MetricLine amount(String name, double amount) {
        return add(name, "Count", new WrittenNumber(Double.toString(amount)));
    }

    /** Adds a number of bytes. */
    public MetricLine bytes(String name, long bytes) {
        return add(name, "Bytes", WrittenNumber.of(bytes));
    }

    /** Adds how long something took. */
    public MetricLine time(String name, Duration time) {
        return add(name, "Milliseconds", new WrittenNumber(millis(time)));
    }

    /**
     * Milliseconds with one decimal. By hand: a formatter and its locales would be the only ones that a first call loads.
     *
     * @param time not below zero
     */
    public static String millis(Duration time) {
        long tenths = (time.toNanos() + TENTH_OF_A_MILLI / 2) / TENTH_OF_A_MILLI;
        return tenths / 10 + "." + tenths % 10;
    }

    private MetricLine add(String name, String unit, WrittenNumber value) {
        definitions.add(NODES.objectNode().put("Name", name).put("Unit", unit));
        values.set(name, value);
        return this;
    }

    /** The line, without its end. */
    public String text(Instant when) {
        ObjectNode metrics = NODES.objectNode();
        metrics.put("Namespace", NAMESPACE);
        metrics.putArray("Dimensions").addArray().add("FunctionName").add("Route");
        metrics.set("Metrics", definitions);
        ObjectNode line = NODES.objectNode();
        ObjectNode head = line.putObject("_aws");
        head.set("Timestamp", WrittenNumber.of(when.toEpochMilli()));
        head.putArray("CloudWatchMetrics").add(metrics);
        line.setAll(values);
        return JsonWriter.text(line);
    }
}
