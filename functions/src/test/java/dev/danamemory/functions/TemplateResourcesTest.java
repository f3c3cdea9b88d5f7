package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code template.yaml} makes beside functions: the API, stores, logs and alarms. */
class TemplateResourcesTest {
    private static final Set<String> FLEETING = Set.of("downloads/", "idempotency/");

    private static Yaml properties(String resource) {
        return Template.resource(resource).at("Properties");
    }

    static Set<String> buckets() {
        return Template.all("AWS::S3::Bucket").keySet();
    }

    static Set<String> logGroups() {
        return Template.all("AWS::Logs::LogGroup").keySet();
    }

    static Set<String> alarms() {
        return Template.all("AWS::CloudWatch::Alarm").keySet();
    }

    @Test
    void theTableForgetsWhatIsDueAndCanBeRestored() {
        Yaml table = properties("Table");
        assertThat(table.at("TimeToLiveSpecification").json().toString())
                .isEqualTo("{\"AttributeName\":\"ttl\",\"Enabled\":true}");
        assertThat(table.at("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")
                        .value())
                .isEqualTo(true);
        assertThat(table.at("DeletionProtectionEnabled").value()).isEqualTo(true);
        assertThat(table.at("BillingMode").text()).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.at("SSESpecification", "SSEEnabled").value()).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"Table, IsDynamoDb", "ArchiveBucket, IsDynamoDb", "DataBucket, IsS3", "UserPool, HasOwnPool"})
    void whatHoldsDataIsMadeWhereItIsAskedForAndOutlivesTheStack(String name, String condition) {
        Yaml resource = Template.resource(name);
        assertThat(resource.at("Condition").text()).isEqualTo(condition);
        assertThat(Template.DOCUMENT.at("Conditions").keys()).contains(condition);
        assertThat(resource.at("DeletionPolicy").text()).isEqualTo("Retain");
        assertThat(resource.at("UpdateReplacePolicy").text()).isEqualTo("Retain");
    }

    @Test
    void everyNameOfAStoreInTheParameterIsOne() {
        assertThat(Template.DOCUMENT.at("Parameters", "Store", "AllowedValues").texts())
                .allMatch(name -> StoreKind.of(name).isPresent())
                .doesNotContain(StoreKind.FILE.wire());
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void noBucketIsPublic(String name) {
        Yaml bucket = properties(name);
        Yaml block = bucket.at("PublicAccessBlockConfiguration");
        assertThat(block.keys())
                .containsExactlyInAnyOrder(
                        "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");
        assertThat(block.values()).allMatch(flag -> Boolean.TRUE.equals(flag.value()));
        assertThat(bucket.at("OwnershipControls", "Rules").json().toString()).contains("BucketOwnerEnforced");
        assertThat(bucket.at("VersioningConfiguration", "Status").text()).isEqualTo("Enabled");
        assertThat(bucket.at("BucketEncryption").below("SSEAlgorithm")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void aBucketIsReachedByTlsAlone(String name) {
        Yaml policy = properties(name + "Policy");
        assertThat(policy.at("Bucket").text()).isEqualTo(name);
        List<Yaml> statements = policy.at("PolicyDocument", "Statement").items();
        assertThat(statements).hasSize(1);
        Yaml deny = statements.getFirst();
        assertThat(deny.at("Effect").text()).isEqualTo("Deny");
        assertThat(deny.at("Principal").text()).isEqualTo("*");
        assertThat(deny.at("Action").text()).isEqualTo("s3:*");
        assertThat(deny.at("Resource").texts()).containsExactly(name + ".Arn", "${" + name + ".Arn}/*");
        assertThat(deny.at("Condition").json().toString()).isEqualTo("{\"Bool\":{\"aws:SecureTransport\":false}}");
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void nothingThatIsToStayExpires(String name) {
        boolean forgetsVersions = false;
        for (Yaml rule : properties(name).at("LifecycleConfiguration", "Rules").items()) {
            if (rule.keys().contains("ExpirationInDays")) {
                assertThat(rule.at("Prefix").text()).isIn(FLEETING);
            }
            forgetsVersions |= rule.find("NoncurrentVersionExpiration", "NoncurrentDays")
                    .filter(days -> days.text().equals("OldVersionDays"))
                    .isPresent();
            assertThat(rule.keys())
                    .doesNotContain("ExpirationDate", "Transitions", "NoncurrentVersionExpirationInDays");
        }
        assertThat(forgetsVersions).isTrue();
        Yaml days = Template.DOCUMENT.at("Parameters", "OldVersionDays");
        assertThat(days.at("Default").value()).isEqualTo(1);
        assertThat(days.at("MaxValue").value()).isEqualTo(35);
    }

    @ParameterizedTest
    @MethodSource("logGroups")
    void everyLogGroupForgets(String name) {
        assertThat(properties(name).at("RetentionInDays").text()).isEqualTo("LogDays");
    }

    @Test
    void everyFunctionLogsToAGroupOfItsOwn() {
        List<String> groups = new ArrayList<>();
        Template.functions()
                .values()
                .forEach(function ->
                        groups.add(function.at("LoggingConfig", "LogGroup").text()));
        assertThat(groups)
                .doesNotHaveDuplicates()
                .allMatch(logGroups()::contains)
                .doesNotContain("AccessLogs");
    }

    @Test
    void theAccessLogTellsTheRouteAndNothingThatACallerWrote() {
        Yaml log = properties("Api").at("AccessLogSettings");
        assertThat(log.at("DestinationArn").text()).isEqualTo("AccessLogs.Arn");
        assertThat(log.at("Format").text())
                .contains("$context.requestId", "$context.routeKey", "$context.status", "$context.responseLatency")
                .doesNotContainIgnoringCase("path")
                .doesNotContainIgnoringCase("query")
                .doesNotContain(
                        "$context.identity",
                        "$context.authorizer",
                        "$context.protocol",
                        "rrorMessage",
                        "error.message",
                        "messageString");
    }

    @Test
    void requestsAreThrottledAndPagesOfOthersKeptOut() {
        Yaml api = properties("Api");
        assertThat(api.at("DefaultRouteSettings").json().toString())
                .isEqualTo("{\"ThrottlingRateLimit\":\"RequestsPerSecond\",\"ThrottlingBurstLimit\":\"RequestBurst\"}");
        assertThat(api.at("CorsConfiguration", "!If").items().getFirst().text()).isEqualTo("HasCorsOrigins");
        assertThat(Template.DOCUMENT.at("Parameters", "CorsOrigins", "Default").text())
                .isEmpty();
    }

    @Test
    void tokensAreOfTheOwnPoolOrOfTheIssuerThatWasNamed() {
        Yaml jwt = properties("Api").at("Auth", "Authorizers", "Token", "JwtConfiguration");
        assertThat(jwt.json().toString())
                .isEqualTo("{\"issuer\":{\"!If\":[\"HasOwnPool\",\"UserPool.ProviderURL\",\"JwtIssuer\"]},"
                        + "\"audience\":[{\"!If\":[\"HasOwnPool\",\"UserPoolClient\",\"JwtAudience\"]}]}");
        assertThat(properties("UserPool")
                        .at("AdminCreateUserConfig", "AllowAdminCreateUserOnly")
                        .value())
                .isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void everyAlarmIsHeardWhereItIsWanted(String name) {
        Yaml alarm = properties(name);
        assertThat(alarm.at("AlarmDescription").text()).isNotBlank();
        assertThat(alarm.at("TreatMissingData").text()).isEqualTo("notBreaching");
        assertThat(alarm.at("AlarmActions").json().toString())
                .isEqualTo("{\"!If\":[\"HasAlarmTopic\",[\"AlarmTopic\"],\"AWS::NoValue\"]}");
    }

    @ParameterizedTest
    @CsvSource({"ErrorsAlarm, Errors", "ThrottlesAlarm, Throttles"})
    void anAlarmWatchesEveryFunction(String name, String metric) {
        Yaml metrics = properties(name).at("Metrics");
        assertThat(metrics.below("MetricName")).allMatch(one -> one.text().equals(metric));
        assertThat(metrics.below("Dimensions").stream()
                        .map(dimensions ->
                                dimensions.items().getFirst().at("Value").text()))
                .containsExactlyInAnyOrderElementsOf(Template.functions().keySet());
    }

    @Test
    void alarmsAreSetForDeadLettersAndServerErrorsToo() {
        Map<String, Yaml> alarms = Template.all("AWS::CloudWatch::Alarm");
        assertThat(alarms).hasSize(4);
        assertThat(properties("DeadLettersAlarm").below("Value").getFirst().text())
                .isEqualTo("CleanupFailures.QueueName");
        assertThat(properties("ServerErrorsAlarm").at("MetricName").text()).isEqualTo("5xx");
    }
}
