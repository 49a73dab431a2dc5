package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.Yaml;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bill is split by tags: what carries none is nobody's. */
class EksTagsTest {

  private static final Pattern TYPE = Pattern.compile("aws:([a-z0-9]+)/[A-Za-z]+:([A-Za-z]+)");

  private static final List<Recording> ALL = List.of(Clusters.DEV, Clusters.PROD);

  @TestFactory
  Stream<DynamicTest> everythingThatCanHaveTagsHasThem() {
    return ALL.stream()
        .flatMap(recording -> ofAmazon(recording).filter(EksTagsTest::takesTags))
        .map(
            resource ->
                DynamicTest.dynamicTest(
                    resource.toString(),
                    () -> assertTags(Yaml.part(resource.inputs(), "/tags"), resource.toString())));
  }

  /** So that nothing is left out because the SDK was not asked in the right way. */
  @Test
  void whatHasNoTagsIsOnlyAConnectionBetweenOthers() {
    assertThat(
            ALL.stream()
                .flatMap(EksTagsTest::ofAmazon)
                .filter(resource -> !takesTags(resource))
                .map(Registered::type)
                .collect(Collectors.toSet()))
        .isEqualTo(
            Set.of(
                "aws:ec2/route:Route",
                "aws:ec2/routeTableAssociation:RouteTableAssociation",
                "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
                "aws:iam/rolePolicy:RolePolicy",
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment"));
    assertThat(ofAmazon(Clusters.DEV).filter(EksTagsTest::takesTags)).hasSize(38);
  }

  @TestFactory
  Stream<DynamicTest> whatInstancesBringAlongHasThemToo() {
    return ALL.stream()
        .flatMap(EksTagsTest::ofAmazon)
        .filter(each -> each.type().endsWith(":LaunchTemplate"))
        .flatMap(
            template ->
                Stream.of("instance", "volume", "network-interface")
                    .map(
                        kind ->
                            DynamicTest.dynamicTest(
                                template.name() + " " + kind,
                                () -> assertTags(specification(template, kind), kind))));
  }

  @Test
  void whatControllersMakeHasThemToo() {
    for (Recording recording : ALL) {
      assertTags(
          Yaml.part(
              recording.get("shop-aws-load-balancer-controller-release").inputs(),
              "/values/defaultTags"),
          "load balancers");
      String driver =
          (String) recording.get("shop-aws-ebs-csi-driver").inputs().get("configurationValues");
      assertTags(Yaml.part(Yaml.read(Map.class, driver), "/controller/extraVolumeTags"), "volumes");
    }
  }

  private static void assertTags(JsonNode tags, String what) {
    AmazonCloud.TAGS
        .tags()
        .forEach(
            (key, value) ->
                assertThat(tags.path(key).asText()).as(what + " " + key).isEqualTo(value));
  }

  private static JsonNode specification(Registered template, String kind) {
    JsonNode found = null;
    for (JsonNode each : Yaml.part(template.inputs(), "/tagSpecifications")) {
      if (each.path("resourceType").asText().equals(kind)) {
        found = each.path("tags");
      }
    }
    assertThat(found).as(template + " tags " + kind).isNotNull();
    return found;
  }

  private static Stream<Registered> ofAmazon(Recording recording) {
    return recording.resources().stream().filter(resource -> resource.type().startsWith("aws:"));
  }

  /** Whether the SDK's arguments of this type have tags. */
  private static boolean takesTags(Registered resource) {
    Matcher type = TYPE.matcher(resource.type());
    assertThat(type.matches()).as(resource.type()).isTrue();
    String arguments = "com.pulumi.aws.%s.%sArgs".formatted(type.group(1), type.group(2));
    try {
      return Arrays.stream(Class.forName(arguments).getMethods())
          .anyMatch(method -> method.getName().equals("tags"));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
