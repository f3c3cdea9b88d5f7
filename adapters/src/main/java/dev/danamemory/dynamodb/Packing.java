package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * JSON in as few bytes as it takes, for every started KB that is written is paid for: deflated with a dictionary of our
 * keys, or as it is where that is shorter.
 */
final class Packing {
    // in front of what is deflated; JSON never begins with it
    private static final byte DEFLATED = 1;
    private static final int BUFFER = 8 * 1024;
    // a part of the format: never to be changed. What comes most often stands last
    private static final byte[] DICTIONARY = ("{\"summary_id\":\"\",\"created_at\":\"20,\"turn_count\":,\"content\":\""
                    + "\"start_turn\":,\"end_turn\":,\"start_timestamp\":\"20,\"end_timestamp\":\"20"
                    + "\"status\":\"redacted\"\"status\":\"active\"\"archived\"\"title\":\",\"touched_at\":"
                    + "\"attachments\":[{\"uri\":\"https://\",\"media_type\":\"image/png\",\"name\":\"\",\"size\":"
                    + ",\"replaces\":,\"steps\":[{\"type\":\"tool_call\",\"id\":\"call_\",\"name\":\"\",\"arguments\":{\""
                    + "},{\"type\":\"tool_result\",\"id\":\"call_\",\"content\":\"\",\"is_error\":true}]"
                    + "{\"type\":\"message\",\"role\":\"assistant\",\"user\",\"system\",\"content\":\""
                    + " The you have that with this for are not can would what your and is to of in the "
                    + "{\"user_input\":\"\",\"agent_response\":\"\",\"metadata\":{},\"status\":\"failed\","
                    + "\"agent_id\":\"default\",\"context_through\":")
            .getBytes(StandardCharsets.US_ASCII);

    private Packing() {}

    static byte[] pack(JsonNode json) {
        byte[] plain = JsonWriter.bytes(json);
        byte[] deflated = deflate(plain);
        return deflated.length < plain.length ? deflated : plain;
    }

    /** @throws RuntimeException of whatever kind when the bytes are not what {@link #pack} made */
    static JsonNode unpack(byte[] packed) {
        return JsonReader.stored().read(plain(packed));
    }

    /** The JSON in UTF-8. */
    static byte[] plain(byte[] packed) {
        boolean isDeflated = packed.length > 0 && packed[0] == DEFLATED;
        return isDeflated ? inflate(packed) : packed;
    }

    private static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(DEFLATED);
            byte[] buffer = new byte[Math.min(BUFFER, plain.length + 1)];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] packed) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(packed, 1, packed.length - 1);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int bytes = inflater.inflate(buffer);
                if (bytes == 0 && !inflater.finished()) {
                    throw new IllegalArgumentException("packed bytes end too early");
                }
                out.write(buffer, 0, bytes);
            }
            if (inflater.getRemaining() > 0) {
                throw new IllegalArgumentException("packed bytes go on too long");
            }
            return out.toByteArray();
        } catch (DataFormatException damage) {
            throw new IllegalArgumentException("packed bytes are damaged", damage);
        } finally {
            inflater.end();
        }
    }

    /** The n-th piece of that length; shorter or empty at the end. */
    static byte[] piece(byte[] bytes, int n, int length) {
        int from = Math.min(bytes.length, n * length);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
    }
}
