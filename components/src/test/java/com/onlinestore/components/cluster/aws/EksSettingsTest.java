package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.Taint;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EksSettingsTest {

  private static final String DEPLOYER = "arn:aws:iam::111122223333:role/deployer";
  private static final String ADMIN = "arn:aws:iam::111122223333:role/team/ops";
  private static final String FAMILIES =
      "t3, t3a, t4g, m5, m5a, m6i, m6a, m6g, m7i, m7i-flex, m7a, m7g, m8g, c5, c6i, c6a, c6g, c7i,"
          + " c7a, c7g, c8g, r5, r6i, r6a, r6g, r7i, r7a, r7g, r8g";

  @Test
  void needsNothingButTheDeployer() {
    EksSettings settings = settings("");

    assertThat(settings)
        .isEqualTo(
            new EksSettings(
                DEPLOYER,
                List.of(),
                "1.35",
                new EksNetworkSettings("10.20.0.0/16", List.of(), "172.20.0.0/16", null, null),
                Map.of(),
                Map.of(),
                null,
                null,
                null));
    assertThat(settings.problems("eu-west-1", Profile.DEV)).isEmpty();
    assertThat(settings.problems("ap-northeast-1", Profile.PROD)).isEmpty();
    assertThat(settings.problems("", Profile.PROD)).isEmpty();
  }

  @Test
  void theProfileChoosesNodesAndRetention() {
    EksSettings settings = settings("");

    assertThat(settings.nodeGroupsIn(Profile.DEV))
        .isEqualTo(
            Map.of(
                "general",
                new NodeGroupSettings(
                    List.of("m7i.large", "m6i.large", "m7a.large", "m6a.large"),
                    false,
                    2,
                    4,
                    50,
                    Map.of(),
                    List.of(),
                    33)));
    assertThat(settings.nodeGroupsIn(Profile.PROD))
        .isEqualTo(
            Map.of(
                "general",
                new NodeGroupSettings(
                    List.of("m7i.xlarge", "m6i.xlarge", "m7a.xlarge", "m6a.xlarge"),
                    false,
                    3,
                    9,
                    50,
                    Map.of(),
                    List.of(),
                    33)));
    assertThat(settings.logRetentionIn(Profile.DEV)).isEqualTo(14);
    assertThat(settings.logRetentionIn(Profile.PROD)).isEqualTo(365);
  }

  @Test
  void isReadFromAStackFile() {
    EksSettings settings =
        settings(
            """
            admins: [%s]
            version: "1.34"
            network:
              cidr: 10.0.0.0/18
              zones: [eu-west-1c, eu-west-1b, eu-west-1a]
              services: 10.100.0.0/20
              natPerZone: true
              flowLogs: false
            nodeGroups:
              web:
                instanceTypes: [m7g.large, m6g.large]
                spot: true
                min: 2
                max: 8
                diskSize: 100
                labels: {tier: web}
                taints: [{key: a, value: b, effect: NoExecute}]
                maxUnavailablePercent: 50
              jobs: {instanceTypes: [c7i.large], min: 1, max: 1}
            addonVersions: {vpc-cni: v1.21.1-eksbuild.1}
            logRetentionDays: 90
            profile: shop
            role: %s
            """
                .formatted(ADMIN, ADMIN));

    assertThat(settings)
        .isEqualTo(
            new EksSettings(
                DEPLOYER,
                List.of(ADMIN),
                "1.34",
                new EksNetworkSettings(
                    "10.0.0.0/18",
                    List.of("eu-west-1c", "eu-west-1b", "eu-west-1a"),
                    "10.100.0.0/20",
                    true,
                    false),
                Map.of(
                    "web",
                    new NodeGroupSettings(
                        List.of("m7g.large", "m6g.large"),
                        true,
                        2,
                        8,
                        100,
                        Map.of("tier", "web"),
                        List.of(new Taint("a", "b", Taint.Effect.NO_EXECUTE)),
                        50),
                    "jobs",
                    new NodeGroupSettings(
                        List.of("c7i.large"), false, 1, 1, 50, Map.of(), List.of(), 33)),
                Map.of("vpc-cni", "v1.21.1-eksbuild.1"),
                90,
                "shop",
                ADMIN));
    assertThat(settings.problems("eu-west-1", Profile.PROD)).isEmpty();
    assertThat(settings.nodeGroupsIn(Profile.PROD)).isEqualTo(settings.nodeGroups());
    assertThat(settings.logRetentionIn(Profile.PROD)).isEqualTo(90);
  }

  @Test
  void administratorsAreTheDeployerAndTheOthersEachOnce() {
    assertThat(settings("admins: [%s, %s, %s]".formatted(ADMIN, DEPLOYER, ADMIN)).administrators())
        .containsExactly(DEPLOYER, ADMIN);
    assertThat(settings("").administrators()).containsExactly(DEPLOYER);
  }

  @Test
  void tellsEveryProblemAtOnce() {
    assertThat(
            problems(
                Profile.PROD,
                """
                network: {cidr: 10.20.0.0/21, zones: [us-east-1a]}
                logRetentionDays: 15
                addonVersions: {core-dns: v1}
                nodeGroups:
                  Web:
                    instanceTypes: [m9i.large]
                    spot: true
                    min: 5
                    max: 3
                    taints: [{key: a}]
                """))
        .containsExactly(
            "network.cidr: 10.20.0.0/21 must be from /16 to /20: larger ones AWS refuses, smaller"
                + " ones have no room for pods.",
            "network.zones: [us-east-1a] must be 3 different zones of eu-west-1.",
            "network.zones[0]: \"us-east-1a\" is no zone of eu-west-1; zones are written like"
                + " eu-west-1a.",
            "logRetentionDays: 15 is no retention of CloudWatch; choose one of [1, 3, 5, 7, 14, 30,"
                + " 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,"
                + " 3653].",
            "nodeGroups: are all spot, so that all nodes may be taken back at once; prod needs one"
                + " that is not.",
            "nodeGroups: all have taints, so that the cluster's own parts would run nowhere; leave"
                + " one without.",
            "addonVersions.core-dns: is no add-on of this platform. Add-ons: vpc-cni, kube-proxy,"
                + " eks-pod-identity-agent, coredns, aws-ebs-csi-driver, metrics-server.",
            "nodeGroups.Web: must begin with a letter and hold only lower-case letters, digits and"
                + " dashes, at most 20.",
            "nodeGroups.Web: min (5) must not be greater than max (3).",
            "nodeGroups.Web.instanceTypes[0]: \"m9i.large\" is of no family that this platform"
                + " knows. Did you mean \"m6i\"? Families: "
                + FAMILIES
                + ".");
  }

  @Test
  void spotAloneIsForDev() {
    String spot = "nodeGroups: {web: {instanceTypes: [m7i.large], spot: true, min: 1, max: 2}}";
    String both =
        "nodeGroups: {web: {instanceTypes: [m7i.large], spot: true, min: 1, max: 2}, base:"
            + " {instanceTypes: [m7i.large], min: 1, max: 2}}";

    assertThat(problems(Profile.DEV, spot)).isEmpty();
    assertThat(problems(Profile.PROD, both)).isEmpty();
    assertThat(problems(Profile.PROD, spot))
        .containsExactly(
            "nodeGroups: are all spot, so that all nodes may be taken back at once; prod needs one"
                + " that is not.");
  }

  @Test
  void oneGroupTakesAnyPod() {
    String tainted =
        "nodeGroups: {web: {instanceTypes: [m7i.large], min: 1, max: 2, taints: [{key: a, effect:"
            + " %s}]}%s}";

    for (String effect : List.of("NoSchedule", "NoExecute")) {
      assertThat(problems(Profile.DEV, tainted.formatted(effect, "")))
          .containsExactly(
              "nodeGroups: all have taints, so that the cluster's own parts would run nowhere;"
                  + " leave one without.");
      assertThat(
              problems(
                  Profile.DEV,
                  tainted.formatted(
                      effect, ", base: {instanceTypes: [m7i.large], min: 1, max: 2}")))
          .isEmpty();
    }
    assertThat(problems(Profile.DEV, tainted.formatted("PreferNoSchedule", ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "min: 5, max: 3|nodeGroups.a: min (5) must not be greater than max (3).",
        "labels: {kubernetes.io/role: a}|nodeGroups.a.labels: \"kubernetes.io/role\" belongs to"
            + " Kubernetes or the cloud; choose a key of your own.",
        "instanceTypes: []|nodeGroups.a.instanceTypes: needs at least one instance type, such as"
            + " m7g.large.",
        "instanceTypes: [m7i.large, m7g.large, m6i.large, c7g.large]|nodeGroups.a.instanceTypes[1]:"
            + " \"m7g.large\" is arm64, but \"m7i.large\" is x86; a node group has one"
            + " architecture. nodeGroups.a.instanceTypes[3]: \"c7g.large\" is arm64, but"
            + " \"m7i.large\" is x86; a node group has one architecture.",
        "instanceTypes: [m7g.large, m7i.large]|nodeGroups.a.instanceTypes[1]: \"m7i.large\" is x86,"
            + " but \"m7g.large\" is arm64; a node group has one architecture.",
        "instanceTypes: [hpc7.large, m7g.large, m7i.large]|nodeGroups.a.instanceTypes[0]:"
            + " \"hpc7.large\" is of no family that this platform knows. Families: FAMILIES."
            + " nodeGroups.a.instanceTypes[2]: \"m7i.large\" is x86, but \"m7g.large\" is arm64; a"
            + " node group has one architecture.",
        "instanceTypes: [hpc7.large]|nodeGroups.a.instanceTypes[0]: \"hpc7.large\" is of no family"
            + " that this platform knows. Families: FAMILIES."
      })
  void aGroupsOwnProblems(String setting, String message) {
    String types = setting.contains("instanceTypes") ? "" : "instanceTypes: [m7i.large], ";
    String bounds = setting.contains("min") ? "" : ", min: 1, max: 2";

    assertThat(
            String.join(
                " ",
                problems(
                    Profile.DEV, "nodeGroups: {a: {%s%s%s}}".formatted(types, setting, bounds))))
        .isEqualTo(message.replace("FAMILIES", FAMILIES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Web", "1web", "web-", "web_1", "a23456789012345678901"})
  void aGroupsNameIsShortAndPlain(String name) {
    String group = "nodeGroups: {%s: {instanceTypes: [m7i.large], min: 1, max: 2}}";

    assertThat(problems(Profile.DEV, group.formatted(name)))
        .containsExactly(
            "nodeGroups.%s: must begin with a letter and hold only lower-case letters, digits and"
                    .formatted(name)
                + " dashes, at most 20.");
    assertThat(problems(Profile.DEV, group.formatted("a2345678901234567890"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 14, 365, 3653})
  void takesTheRetentionsOfCloudWatch(int days) {
    assertThat(problems(Profile.DEV, "logRetentionDays: " + days)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deployer: arn:aws:iam::1:role/a|deployer (\"arn:aws:iam::1:role/a\") must match ROLE.",
        "deployer: arn:aws:iam::111122223333:user/me|deployer"
            + " (\"arn:aws:iam::111122223333:user/me\") must match ROLE.",
        "{deployer: D, admins: [me]}|admins (\"me\") must match ROLE.",
        "{deployer: D, role: me}|role (\"me\") must match ROLE.",
        "{deployer: D, version: \"1\"}|version (\"1\") must match ^1\\.[0-9]{2}$.",
        "{deployer: D, nodeGroups: {a: {instanceTypes: [big], min: 1, max: 1}}}|instanceTypes"
            + " (\"big\") must match TYPE.",
        "{deployer: D, nodeGroups: {a: {instanceTypes: [], min: 0, max: 1}}}|min (0) must be from 1"
            + " to 450.",
        "{deployer: D, nodeGroups: {a: {instanceTypes: [], min: 1, max: 451}}}|max (451) must be"
            + " from 1 to 450.",
        "{deployer: D, nodeGroups: {a: {instanceTypes: [], min: 1, max: 1, diskSize: 19}}}|diskSize"
            + " (19) must be from 20 to 16384.",
        "{deployer: D, nodeGroups: {a: {instanceTypes: [], min: 1, max: 1, maxUnavailablePercent:"
            + " 0}}}|maxUnavailablePercent (0) must be from 1 to 100."
      })
  void refusesSingleValues(String yaml, String message) {
    assertThat(Yaml.refusal(EksSettings.class, yaml.replace(" D,", " %s,".formatted(DEPLOYER))))
        .isEqualTo(message.replace("ROLE", EksSettings.ROLE).replace("TYPE", InstanceType.PATTERN));
  }

  @Test
  void takesRolesOfBothPartitionsAndWithPaths() {
    assertThat(
            Yaml.read(
                    EksSettings.class,
                    "deployer: arn:aws-us-gov:iam::111122223333:role/ci/run-er_1+=,.@x")
                .deployer())
        .isEqualTo("arn:aws-us-gov:iam::111122223333:role/ci/run-er_1+=,.@x");
  }

  private static EksSettings settings(String yaml) {
    return Yaml.read(EksSettings.class, "deployer: %s%n".formatted(DEPLOYER) + yaml);
  }

  private static List<String> problems(Profile profile, String yaml) {
    return settings(yaml).problems("eu-west-1", profile).stream().map(Object::toString).toList();
  }
}
