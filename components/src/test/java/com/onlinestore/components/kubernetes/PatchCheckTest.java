package com.onlinestore.components.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import com.pulumi.aws.apigateway.MethodResponseArgs;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.s3.BucketArgs;
import com.pulumi.aws.s3.enums.CannedAcl;
import com.pulumi.aws.s3.inputs.BucketWebsiteArgs;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.gcp.container.NodePoolArgs;
import com.pulumi.kubernetes.apiextensions.v1.inputs.CustomResourceSubresourcesArgs;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a value of a wrong type the SDK takes nothing and says nothing. */
class PatchCheckTest {

  @Test
  void aNameThatIsNoneIsToldWithTheNearestHoweverDeep() {
    assertThat(
            problems(
                ClusterArgs.class,
                "{versoin: '1.36', vpcConfig: {endpointPublicAcess: false}, tags: {any: one}}"))
        .containsExactly(
            "versoin: is not a property. Did you mean \"version\"?",
            "vpcConfig.endpointPublicAcess: is not a property. Did you mean"
                + " \"endpointPublicAccess\"?");
    assertThat(problems(NodePoolArgs.class, "{nodeConfig: {diskSizeGB: 50}}"))
        .containsExactly("nodeConfig.diskSizeGB: is not a property. Did you mean \"diskSizeGb\"?");
    assertThat(problems(NodeGroupArgs.class, "{taints: [{key: a, effct: b, effect: c}]}"))
        .containsExactly("taints[0].effct: is not a property. Did you mean \"effect\"?");
  }

  @Test
  void whatIsRequiredCannotBeTakenAwayNorLeftOutOfWhatIsNew() {
    assertThat(problems(ClusterArgs.class, "{roleArn: null, version: null}"))
        .containsExactly("roleArn: is required and cannot be taken away.");
    assertThat(problems(NodeGroupArgs.class, "{scalingConfig: {maxSize: 3}}")).isEmpty();
    assertThat(problems(NodeGroupArgs.class, "{taints: [{key: a, value: null}]}"))
        .containsExactly(
            "taints[0].value: has no value; give it one or remove the line.",
            "taints[0].effect: is required here; give it a value.");
  }

  @Test
  void aScalarOfAnotherTypeIsToldWithHowToWriteIt() {
    assertThat(problems(ClusterArgs.class, "{version: 1.35, roleArn: true}"))
        .containsExactly(
            "version: 1.35 must be text; write it in quotes: \"1.35\".",
            "roleArn: true must be text; write it in quotes: \"true\".");
    assertThat(
            problems(
                ClusterArgs.class,
                "{vpcConfig: {endpointPublicAccess: 'true', endpointPrivateAccess: 1}}"))
        .containsExactly(
            "vpcConfig.endpointPublicAccess: \"true\" must be true or false; write it without"
                + " quotes: true.",
            "vpcConfig.endpointPrivateAccess: 1 must be true or false.");
    assertThat(
            problems(
                NodeGroupArgs.class,
                "{diskSize: '20', scalingConfig: {minSize: two, maxSize: 2.5, desiredSize:"
                    + " 99999999999}}"))
        .containsExactly(
            "diskSize: \"20\" must be a whole number; write it without quotes: 20.",
            "scalingConfig.minSize: \"two\" must be a whole number.",
            "scalingConfig.maxSize: 2.5 must be a whole number from -2147483648 to 2147483647.",
            "scalingConfig.desiredSize: 99999999999 must be a whole number from -2147483648 to"
                + " 2147483647.");
    assertThat(problems(MetricAlarmArgs.class, "{threshold: '2.5'}"))
        .containsExactly("threshold: \"2.5\" must be a number; write it without quotes: 2.5.");
    assertThat(problems(MetricAlarmArgs.class, "{threshold: 99999999999}"))
        .containsExactly(
            "threshold: 99999999999 must be a number; a whole one goes from -2147483648 to 2147483647.");
  }

  @Test
  void aListOrAnObjectWhereNoneBelongsIsToldAndNotShown() {
    assertThat(problems(ClusterArgs.class, "{version: [a], roleArn: {a: b}, vpcConfig: [none]}"))
        .containsExactly(
            "version: must be text, not a list.",
            "roleArn: must be text, not an object.",
            "vpcConfig: must be an object, not a list.");
    assertThat(problems(ClusterArgs.class, "{enabledClusterLogTypes: api, tags: none}"))
        .containsExactly(
            "enabledClusterLogTypes: \"api\" must be a list; write it in brackets: [\"api\"].",
            "tags: \"none\" must be an object (name: value).");
  }

  @Test
  void entriesOfListsAndObjectsAreHeldAgainstTheirTypesToo() {
    assertThat(
            problems(
                ClusterArgs.class,
                "{enabledClusterLogTypes: [api, 1, null, [audit]], tags: {team: 7, away: null,"
                    + " deep: {a: b}}}"))
        .containsExactly(
            "enabledClusterLogTypes[1]: 1 must be text; write it in quotes: \"1\".",
            "enabledClusterLogTypes[2]: has no value; give it one or remove the line.",
            "enabledClusterLogTypes[3]: must be text, not a list.",
            "tags.team: 7 must be text; write it in quotes: \"7\".",
            "tags.deep: must be text, not an object.");
    assertThat(problems(MethodResponseArgs.class, "{responseParameters: {a: true, b: on it}}"))
        .containsExactly("responseParameters.b: \"on it\" must be true or false.");
  }

  @Test
  void whatMayBeOneOrTheOtherMustBeOneOfThem() {
    assertThat(problems(BucketArgs.class, "{acl: private}")).isEmpty();
    assertThat(problems(BucketArgs.class, "{acl: 3}"))
        .containsExactly("acl: 3 must be text; write it in quotes: \"3\".");
    assertThat(problems(BucketWebsiteArgs.class, "{routingRules: none}")).isEmpty();
    assertThat(problems(BucketWebsiteArgs.class, "{routingRules: [none]}")).isEmpty();
    assertThat(problems(BucketWebsiteArgs.class, "{routingRules: [3]}"))
        .containsExactly("routingRules[0]: 3 must be text; write it in quotes: \"3\".");
    assertThat(problems(BucketWebsiteArgs.class, "{routingRules: {a: b}}"))
        .containsExactly("routingRules: must be text or a list, not an object.");
  }

  @Test
  void whatOnlyJavaCanGiveIsToldSo() {
    assertThat(problems(FunctionArgs.class, "{code: lambda.zip}"))
        .containsExactly("code: takes Archive, which no override can give: change it in Java.");
    assertThat(problems(CustomResourceSubresourcesArgs.class, "{status: {}}"))
        .containsExactly(
            "status: takes JsonElement, which no override can give: change it in Java.");
    assertThat(problems(FunctionArgs.class, "{code: null}")).isEmpty();
  }

  @Test
  void whatComesFromJavaMayBeOfTheSdksOwnTypes() {
    assertThat(
            problems(
                ClusterArgs.class,
                Map.of(
                    "version", Output.of("1.36"),
                    "vpcConfig", ClusterVpcConfigArgs.Empty,
                    "enabledClusterLogTypes", List.of(Output.of("api")))))
        .isEmpty();
    assertThat(problems(BucketArgs.class, Map.of("acl", Either.ofRight(CannedAcl.Private))))
        .isEmpty();
  }

  @Test
  void aFreeValueTakesWhatTheSdkCanCarry() {
    assertThat(
            problems(
                com.pulumi.gcp.cloudfunctions.FunctionArgs.class,
                "{buildEnvironmentVariables: {a: [1, b, true], b: [99999999999]}}"))
        .containsExactly(
            "buildEnvironmentVariables.b[0]: must be a whole number from -2147483648 to 2147483647:"
                + " Pulumi carries no other. Write a larger one in quotes, if text will do.");
    assertThat(
            problems(
                com.pulumi.gcp.cloudfunctions.FunctionArgs.class,
                Map.of("buildEnvironmentVariables", Map.of("c", Double.NaN))))
        .containsExactly(
            "buildEnvironmentVariables.c: must be a finite number; write one, or text in quotes.");
    assertThat(problems(MetricAlarmArgs.class, Map.of("threshold", Double.NaN)))
        .containsExactly("threshold: NaN must be a number.");
  }

  @Test
  void aSecretIsNeverShown() {
    assertThat(problems(InstanceArgs.class, "{password: 123456, port: hunter2}", "port"))
        .containsExactly(
            "password: must be text, not a whole number.",
            "port: must be a whole number, not text.");
    assertThat(problems(ClusterArgs.class, "{tags: {apiToken: 123456, team: 7}}"))
        .containsExactly(
            "tags.apiToken: must be text, not a whole number.",
            "tags.team: 7 must be text; write it in quotes: \"7\".");
  }

  @Test
  void aLongTextIsCut() {
    assertThat(problems(NodeGroupArgs.class, "{diskSize: " + "long ".repeat(20) + "}"))
        .containsExactly(
            "diskSize: \"long long long long long long long ...\" must be a whole number.");
  }

  @Test
  void argumentsThatPulumiDidNotGenerateAreLeftToJava() {
    assertThat(problems(Handmade.class, "{a: b}"))
        .containsExactly("is not as Pulumi generates it (Handmade): change it in Java.");
  }

  private static List<String> problems(Class<?> type, String change, String... secrets) {
    return problems(type, Yaml.read(Map.class, change), secrets);
  }

  private static List<String> problems(Class<?> type, Map<?, ?> change, String... secrets) {
    return PatchCheck.problems(type, change, List.of(secrets)).stream()
        .map(Problem::toString)
        .toList();
  }

  private static final class Handmade extends ResourceArgs {}
}
