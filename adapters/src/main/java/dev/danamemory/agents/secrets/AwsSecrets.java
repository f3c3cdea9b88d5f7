package dev.danamemory.agents.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.model.InvalidInputException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The current texts of AWS Secrets Manager's secrets, by name or ARN. A secret that is a JSON object of one field, as the
 * console makes it, is that field's text. Nothing is kept: who asks again is told of a rotated key.
 */
public final class AwsSecrets implements Function<String, Optional<String>> {
    /** The key of a definition that names a secret; problems name it. */
    public static final String FIELD = "api_key_secret";

    // Lambda gives a start 10 s
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(3);

    private final Supplier<SecretsManagerClient> clients;

    /** @param clients makes a client, which is closed after one question: none is left in a snapshot */
    AwsSecrets(Supplier<SecretsManagerClient> clients) {
        this.clients = clients;
    }

    /** Those of the account, region and endpoint that the SDK's usual settings name; read when first asked. */
    public static AwsSecrets ofEnvironment() {
        return new AwsSecrets(() -> SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(limits -> limits.apiCallTimeout(LONGEST).apiCallAttemptTimeout(LONGEST_ATTEMPT))
                .build());
    }

    /**
     * The secret's text; nothing when there is none of that name, or none that is text.
     *
     * @throws InvalidInputException when it can't be had, or is not one text; the message holds neither name nor value
     */
    @Override
    public Optional<String> apply(String secret) {
        try (SecretsManagerClient client = clients.get()) {
            return Optional.ofNullable(client.getSecretValue(request -> request.secretId(secret))
                            .secretString())
                    .map(AwsSecrets::keyOf);
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        } catch (AwsServiceException refused) {
            throw problem("names a secret that AWS Secrets Manager does not give out (" + code(refused)
                    + "); this needs secretsmanager:GetSecretValue, and kms:Decrypt where the key is your own");
        } catch (SdkException unreachable) {
            throw problem("names a secret, and AWS Secrets Manager can't be asked for it ("
                    + unreachable.getClass().getSimpleName() + "); check region, credentials and network");
        }
    }

    private static String code(AwsServiceException refused) {
        return Optional.ofNullable(refused.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("status " + refused.statusCode());
    }

    private static String keyOf(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return text;
        }
        try {
            JsonNode json = JsonReader.strict().read(text);
            if (json instanceof ObjectNode object && object.size() == 1) {
                String only = object.elements().next().textValue();
                if (only != null) {
                    return only;
                }
            }
            throw problem("names a secret of several fields; it must hold the key, alone or as the text of one field");
        } catch (JsonSyntaxException noJson) {
            return text;
        }
    }

    private static InvalidInputException problem(String problem) {
        return new InvalidInputException(FIELD, problem);
    }
}
