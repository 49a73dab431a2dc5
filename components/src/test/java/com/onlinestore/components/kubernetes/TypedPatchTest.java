package com.onlinestore.components.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Yaml;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedPatchTest {

  private static final ClusterArgs CLUSTER =
      ClusterArgs.builder()
          .roleArn("arn:of:role")
          .version("1.35")
          .enabledClusterLogTypes("api", "audit")
          .tags(Map.of("owner", "shop", "stack", "dev"))
          .vpcConfig(
              ClusterVpcConfigArgs.builder()
                  .subnetIds(Output.of(List.of("a", "b")))
                  .endpointPublicAccess(true)
                  .build())
          .build();

  @Test
  void whatIsTypedIsMergedAndListsTakeThePlaceOfWhatIsThere() {
    assertThat(
            inputs(
                "{enabledClusterLogTypes: [api], vpcConfig: {endpointPublicAccess: false},"
                    + " tags: {owner: null, team: ops}, version: null,"
                    + " zonalShiftConfig: {enabled: true}}"))
        .isEqualTo(
            map(
                "{roleArn: 'arn:of:role', enabledClusterLogTypes: [api],"
                    + " tags: {stack: dev, team: ops},"
                    + " vpcConfig: {subnetIds: [a, b], endpointPublicAccess: false},"
                    + " zonalShiftConfig: {enabled: true}}"));
  }

  @Test
  void whatWasGivenStaysAsItIs() {
    Map<String, Object> before = inputs("{}");
    inputs("{vpcConfig: {endpointPublicAccess: false}}");

    assertThat(inputs("{}")).isEqualTo(before);
  }

  private static Map<?, ?> map(String yaml) {
    return Yaml.read(Map.class, yaml);
  }

  private static Map<String, Object> inputs(String change) {
    ClusterArgs patched = new TypedPatch(map(change)).applied(CLUSTER);
    return Recording.of(() -> new Cluster("shop", patched, CustomResourceOptions.Empty))
        .get("shop")
        .inputs();
  }
}
