package dev.danamemory.bench.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.danamemory.blob.s3.S3Clients;
import dev.danamemory.dynamodb.DynamoClients;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.tokens.JtokkitTokenCounter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** A function that uses one library once, the one that {@code PIECE} names. */
public final class PieceHandler implements RequestStreamHandler {
    /** What can be used. */
    public enum Piece {
        NOTHING,
        JSON,
        FORMAT,
        LOGGER,
        TOKENS,
        DYNAMODB_CLIENT,
        S3_CLIENT
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        byte[] event = input.readAllBytes();
        String used = switch (Piece.valueOf(System.getenv("PIECE"))) {
            case NOTHING -> "";
            case JSON -> JsonWriter.text(JsonReader.strict().read(event)).substring(0, 1);
            case FORMAT -> String.format(Locale.ROOT, "%.1f", event.length / 1e6);
            case LOGGER -> {
                LoggerFactory.getLogger(PieceHandler.class).info("{}", event.length);
                yield "logged";
            }
            case TOKENS -> Integer.toString(new JtokkitTokenCounter().count(new String(event, UTF_8)));
            case DYNAMODB_CLIENT -> DynamoClients.builder().build().serviceName();
            case S3_CLIENT -> S3Clients.builder().build().serviceName();
        };
        output.write(("{\"used\":\"" + used.length() + "\"}").getBytes(UTF_8));
    }
}
