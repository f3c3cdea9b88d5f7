package dev.danamemory.servers;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An error as a server under pressure answers it.
 *
 * @param status of HTTP
 * @param contentType of the body
 */
public record Refusal(int status, String contentType, String body) {
    /** What S3 answers under pressure: slow down, errors of its own, a conflict of conditional requests. */
    public static final List<Refusal> S3 = List.of(
            s3(503, "SlowDown", "Please reduce your request rate."),
            s3(500, "InternalError", "We encountered an internal error. Please try again."),
            s3(503, "ServiceUnavailable", "Service is unable to handle request."),
            s3(409, "ConditionalRequestConflict", "A conflicting conditional operation is currently in progress."));

    /** What DynamoDB answers under pressure. */
    public static final List<Refusal> DYNAMO_DB = List.of(
            dynamoDb(400, "ProvisionedThroughputExceededException", "The level of configured throughput was exceeded."),
            dynamoDb(400, "ThrottlingException", "Rate of requests exceeds the allowed throughput."),
            dynamoDb(500, "InternalServerError", "The request processing has failed because of an unknown error."));

    /** An error of S3, by its code. */
    public static Refusal s3(int status, String code, String message) {
        return new Refusal(
                status,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message><RequestId>0</RequestId></Error>");
    }

    /** An error of DynamoDB, by the name of its exception. */
    public static Refusal dynamoDb(int status, String exception, String message) {
        return new Refusal(
                status,
                "application/x-amz-json-1.0",
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + exception + "\",\"message\":\"" + message + "\"}");
    }

    HttpMessage answer(HttpMessage request) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " Refused\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        return new HttpMessage(head, request.method().equals("HEAD") ? new byte[0] : bytes);
    }
}
