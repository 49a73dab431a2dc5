package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.Yaml;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RightsTest {

  private static final Rights RIGHTS =
      new Rights(RoleArn.of(AmazonCloud.DEPLOYER), "eu-west-1", "shop");

  @Test
  void theControlPlaneUsesTheKeyOfTheSecrets() {
    assertThat(Rights.controlPlane("arn:aws:kms:eu-west-1:111122223333:key/1"))
        .isEqualTo(
            "{\"Statement\":[{\"Action\":[\"kms:Encrypt\",\"kms:Decrypt\",\"kms:DescribeKey\","
                + "\"kms:ListGrants\"],\"Effect\":\"Allow\","
                + "\"Resource\":[\"arn:aws:kms:eu-west-1:111122223333:key/1\"],"
                + "\"Sid\":\"Secrets\"}],"
                + "\"Version\":\"2012-10-17\"}");
  }

  @Test
  void flowLogsWriteIntoOneGroup() {
    assertThat(Rights.flowLogs("arn:aws:logs:eu-west-1:111122223333:log-group:flow"))
        .isEqualTo(
            "{\"Statement\":[{\"Action\":[\"logs:CreateLogStream\",\"logs:PutLogEvents\","
                + "\"logs:DescribeLogStreams\"],\"Effect\":\"Allow\","
                + "\"Resource\":[\"arn:aws:logs:eu-west-1:111122223333:log-group:flow:*\"],"
                + "\"Sid\":\"Write\"},"
                + "{\"Action\":[\"logs:DescribeLogGroups\"],\"Effect\":\"Allow\","
                + "\"Resource\":[\"*\"],\"Sid\":\"Find\"}],"
                + "\"Version\":\"2012-10-17\"}");
  }

  @Test
  void aBucketIsListedAndWhatIsInItReadWrittenAndDeleted() {
    assertThat(Rights.bucket("arn:aws:s3:::shop-logs"))
        .isEqualTo(
            "{\"Statement\":[{\"Action\":[\"s3:ListBucket\"],\"Effect\":\"Allow\","
                + "\"Resource\":[\"arn:aws:s3:::shop-logs\"],\"Sid\":\"List\"},"
                + "{\"Action\":[\"s3:GetObject\",\"s3:PutObject\",\"s3:DeleteObject\"],"
                + "\"Effect\":\"Allow\",\"Resource\":[\"arn:aws:s3:::shop-logs/*\"],"
                + "\"Sid\":\"Use\"}],\"Version\":\"2012-10-17\"}");
  }

  @Test
  void theAutoscalerChangesTheGroupsOfItsClusterAlone() {
    assertThat(RIGHTS.autoscaler())
        .isEqualTo(
            "{\"Statement\":[{\"Action\":[\"autoscaling:DescribeAutoScalingGroups\","
                + "\"autoscaling:DescribeAutoScalingInstances\","
                + "\"autoscaling:DescribeLaunchConfigurations\","
                + "\"autoscaling:DescribeScalingActivities\",\"autoscaling:DescribeTags\","
                + "\"ec2:DescribeImages\",\"ec2:DescribeInstanceTypes\","
                + "\"ec2:DescribeLaunchTemplateVersions\","
                + "\"ec2:GetInstanceTypesFromInstanceRequirements\"],\"Effect\":\"Allow\","
                + "\"Resource\":[\"*\"],\"Sid\":\"See\"},"
                + "{\"Action\":[\"eks:DescribeNodegroup\"],\"Effect\":\"Allow\","
                + "\"Resource\":[\"arn:aws:eks:eu-west-1:111122223333:nodegroup/shop/*\"],"
                + "\"Sid\":\"SeeNodeGroups\"},"
                + "{\"Action\":[\"autoscaling:SetDesiredCapacity\","
                + "\"autoscaling:TerminateInstanceInAutoScalingGroup\"],"
                + "\"Condition\":{\"StringEquals\":"
                + "{\"aws:ResourceTag/k8s.io/cluster-autoscaler/shop\":\"owned\"}},"
                + "\"Effect\":\"Allow\",\"Resource\":[\"arn:aws:autoscaling:eu-west-1:111122223333:"
                + "autoScalingGroup:*:autoScalingGroupName/*\"],\"Sid\":\"Scale\"}],"
                + "\"Version\":\"2012-10-17\"}");
  }

  @Test
  void governmentsHaveAPartitionOfTheirOwn() {
    Rights rights = new Rights(new RoleArn("aws-us-gov", "111122223333"), "us-gov-west-1", "shop");

    assertThat(rights.clusterArn())
        .isEqualTo("arn:aws-us-gov:eks:us-gov-west-1:111122223333:cluster/shop");
    assertThat(rights.loadBalancers() + rights.autoscaler() + Rights.flowLogs("arn:aws-us-gov:x"))
        .doesNotContain("arn:aws:");
  }

  @Property
  void whatControllersChangeIsTheClustersOwn(@ForAll("rights") Rights rights) {
    assertThat(writing(rights))
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(
                        conditionOn(rights.cluster(), statement)
                            || isLinkedRole(statement)
                            || makesNothingByItself(statement))
                    .as(statement.toString())
                    .isTrue());
  }

  @Property
  void nothingIsChangedOnEverything(@ForAll("rights") Rights rights) {
    assertThat(writing(rights))
        .allSatisfy(
            statement ->
                assertThat(resources(statement))
                    .isNotEmpty()
                    .allMatch(arn -> arn.contains(":%s:".formatted(rights.account().account()))));
  }

  @Property
  void everyActionIsNamedInFull(@ForAll("rights") Rights rights) {
    assertThat(statements(rights).flatMap(each -> texts(each.get("Action"))))
        .allMatch(action -> action.matches("[a-z0-9]+:[A-Za-z0-9]+"));
    assertThat(statements(rights).map(each -> each.get("Effect").asText())).containsOnly("Allow");
  }

  @Provide
  Arbitrary<Rights> rights() {
    return Combinators.combine(
            Arbitraries.strings().numeric().ofLength(12),
            Arbitraries.of("eu-west-1", "us-east-2"),
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(3).ofMaxLength(20))
        .as((account, region, name) -> new Rights(new RoleArn("aws", account), region, name));
  }

  private static List<JsonNode> writing(Rights rights) {
    return statements(rights)
        .filter(each -> texts(each.get("Action")).anyMatch(RightsTest::writes))
        .toList();
  }

  private static boolean writes(String action) {
    return !action.matches("[a-z0-9]+:(Describe|Get|List).*");
  }

  private static boolean conditionOn(String cluster, JsonNode statement) {
    return statement.path("Condition").findValues("StringEquals").stream()
        .flatMap(RightsTest::entries)
        .anyMatch(
            entry ->
                entry.equals(Map.entry("aws:RequestTag/elbv2.k8s.aws/cluster", cluster))
                    || entry.equals(Map.entry("aws:ResourceTag/elbv2.k8s.aws/cluster", cluster))
                    || entry.equals(
                        Map.entry("aws:ResourceTag/kubernetes.io/cluster/" + cluster, "owned"))
                    || entry.equals(
                        Map.entry(
                            "aws:ResourceTag/k8s.io/cluster-autoscaler/" + cluster, "owned")));
  }

  /** AWS makes this role once for an account, and for load balancers only. */
  private static boolean isLinkedRole(JsonNode statement) {
    return texts(statement.get("Action")).toList().equals(List.of("iam:CreateServiceLinkedRole"))
        && entries(statement.at("/Condition/StringEquals"))
            .toList()
            .equals(List.of(Map.entry("iam:AWSServiceName", "elasticloadbalancing.amazonaws.com")));
  }

  /** A group is made in a network, and only where the group itself is allowed, too. */
  private static boolean makesNothingByItself(JsonNode statement) {
    return texts(statement.get("Action")).toList().equals(List.of("ec2:CreateSecurityGroup"))
        && resources(statement).stream().allMatch(arn -> arn.endsWith(":vpc/*"));
  }

  private static Stream<Map.Entry<String, String>> entries(JsonNode node) {
    return node.properties().stream()
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().asText()));
  }

  private static Stream<JsonNode> statements(Rights rights) {
    return Stream.of(rights.autoscaler(), rights.loadBalancers())
        .map(policy -> Yaml.part(Yaml.read(Map.class, policy), "/Statement"))
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false));
  }

  private static List<String> resources(JsonNode statement) {
    return texts(statement.get("Resource")).toList();
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }
}
