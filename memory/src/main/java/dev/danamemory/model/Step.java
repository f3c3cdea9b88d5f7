package dev.danamemory.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What happened between a turn's input and its response. {@code more} holds keys that a file brought along. */
public sealed interface Step {
    /** Keys that this version does not know, kept as they came. */
    Map<String, JsonNode> more();

    /** The agent asks for a tool. {@code arguments} is any JSON value. */
    record ToolCall(String id, String name, JsonNode arguments, Map<String, JsonNode> more) implements Step {}

    /** What the tool of the call with this id gave back. {@code content} is any JSON value. */
    record ToolResult(String id, JsonNode content, boolean isError, Map<String, JsonNode> more) implements Step {}

    /** A message in between, its {@code role} as in chat-completion APIs. */
    record Message(String role, String content, Map<String, JsonNode> more) implements Step {}
}
