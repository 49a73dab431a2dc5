package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EksFactsTest {

  private static final String BALANCER = "service.beta.kubernetes.io/aws-load-balancer-";
  private static final ClusterFacts FACTS =
      EksFacts.of(
          new AwsPlace(
              "shop",
              RoleArn.of(AmazonCloud.DEPLOYER),
              "eu-west-1",
              Profile.PROD,
              AmazonCloud.TAGS,
              false),
          "1.34");

  @Test
  void whatIsParticularAboutEks() {
    assertThat(FACTS)
        .isEqualTo(
            new ClusterFacts(
                true,
                balancer("internet-facing"),
                balancer("internal"),
                "gp3",
                null,
                false,
                true,
                "1.34",
                new WorkloadIdentity(
                    "eks.amazonaws.com/role-arn",
                    RoleArn.PATTERN,
                    "arn:aws:iam::111122223333:role/orders",
                    List.of(),
                    List.of("sts.eu-west-1.amazonaws.com")),
                true));
  }

  @Test
  void theExampleOfARoleIsOne() {
    assertThat(FACTS.identity().example()).matches(FACTS.identity().role());
  }

  private static Map<String, String> balancer(String scheme) {
    Map<String, String> annotations = new TreeMap<>();
    Map.of(
            "type", "external",
            "nlb-target-type", "ip",
            "scheme", scheme,
            "target-group-attributes", "preserve_client_ip.enabled=true",
            "attributes", "load_balancing.cross_zone.enabled=true",
            "healthcheck-protocol", "http",
            "healthcheck-port", "15021",
            "healthcheck-path", "/healthz/ready")
        .forEach((key, value) -> annotations.put(BALANCER + key, value));
    return annotations;
  }
}
