package dev.danamemory.functions;

import dev.danamemory.dynamodb.DynamoClients;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where the DynamoDB store has its items. */
record DynamoSettings(String table) {
    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");

    static DynamoSettings of(Variables variables) {
        String table = variables.needed("MEMORY_TABLE", "name the table of the DynamoDB store");
        if (!TABLE.matcher(table).matches()) {
            throw new StartException("MEMORY_TABLE must be the name of a table: 3 to 255 of A-Z, a-z, 0-9, _, . and -");
        }
        return new DynamoSettings(table);
    }

    /** A client as the SDK's own settings say. */
    static DynamoDbClient client() {
        try {
            return DynamoClients.builder().build();
        } catch (SdkClientException noRegion) {
            throw new StartException("AWS_REGION has to name the region of the table", noRegion);
        }
    }
}
