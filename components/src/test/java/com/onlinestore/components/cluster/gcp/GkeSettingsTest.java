package com.onlinestore.components.cluster.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.Taint;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GkeSettingsTest {

  @Test
  void byDefaultGoogleChoosesZonesAndVersionAndTheProfileChoosesNodes() {
    assertThat(Yaml.read(GkeSettings.class, "{}"))
        .isEqualTo(GkeSettings.defaults())
        .isEqualTo(
            new GkeSettings(
                ReleaseChannel.REGULAR,
                null,
                List.of(),
                new NetworkSettings(
                    "10.20.0.0/20", "10.24.0.0/14", "10.28.0.0/20", "172.16.0.0/28"),
                Map.of(),
                new MaintenanceWindow(
                    "03:00",
                    6,
                    List.of(
                        MaintenanceWindow.Day.TUESDAY,
                        MaintenanceWindow.Day.WEDNESDAY,
                        MaintenanceWindow.Day.THURSDAY)),
                null));
    assertThat(GkeSettings.defaults().nodePools(Profile.DEV))
        .isEqualTo(
            Map.of(
                "general",
                new NodePoolSettings(
                    "e2-standard-4", false, 1, 4, 100, Map.of(), List.of(), 1, 0)));
    assertThat(GkeSettings.defaults().nodePools(Profile.PROD))
        .isEqualTo(
            Map.of(
                "general",
                new NodePoolSettings(
                    "n2d-standard-4", false, 3, 9, 100, Map.of(), List.of(), 1, 0)));
    assertThat(GkeSettings.defaults().backup(Profile.DEV)).isFalse();
    assertThat(GkeSettings.defaults().backup(Profile.PROD)).isTrue();
    assertThat(GkeSettings.defaults().zoneCount()).isEqualTo(3);
  }

  @Test
  void aPoolNeedsNothingButAMachineType() {
    assertThat(Yaml.read(NodePoolSettings.class, "machineType: e2-standard-2"))
        .isEqualTo(
            new NodePoolSettings("e2-standard-2", false, 1, 3, 100, Map.of(), List.of(), 1, 0));
    assertThat(Yaml.read(NodePoolSettings.class, "{machineType: e2-standard-2, min: 5}").max())
        .isEqualTo(5);
  }

  @Test
  void isReadFromAStackFile() {
    assertThat(
            Yaml.read(
                GkeSettings.class,
                """
                releaseChannel: rapid
                version: "1.34"
                zones: [us-central1-a, us-central1-f]
                network:
                  nodes: 10.0.0.0/22
                  pods: 10.4.0.0/16
                  services: 10.8.0.0/22
                  controlPlane: 192.168.0.0/28
                nodePools:
                  web:
                    machineType: t2a-standard-4
                    spot: true
                    min: 2
                    max: 8
                    diskSize: 50
                    labels: {tier: web}
                    taints: [{key: a, value: b, effect: NoSchedule}]
                    maxSurge: 2
                    maxUnavailable: 1
                maintenanceWindow: {start: "22:30", hours: 12, days: [sunday, monday]}
                backup: true
                """))
        .isEqualTo(
            new GkeSettings(
                ReleaseChannel.RAPID,
                "1.34",
                List.of("us-central1-a", "us-central1-f"),
                new NetworkSettings("10.0.0.0/22", "10.4.0.0/16", "10.8.0.0/22", "192.168.0.0/28"),
                Map.of(
                    "web",
                    new NodePoolSettings(
                        "t2a-standard-4",
                        true,
                        2,
                        8,
                        50,
                        Map.of("tier", "web"),
                        List.of(new Taint("a", "b", Taint.Effect.NO_SCHEDULE)),
                        2,
                        1)),
                new MaintenanceWindow(
                    "22:30",
                    12,
                    List.of(MaintenanceWindow.Day.MONDAY, MaintenanceWindow.Day.SUNDAY)),
                true));
  }

  @Test
  void theDefaultsHaveNoProblemsAnywhere() {
    assertThat(GkeSettings.defaults().problems("us-central1", Profile.PROD)).isEmpty();
    assertThat(GkeSettings.defaults().problems("europe-west9", Profile.DEV)).isEmpty();
    assertThat(GkeSettings.defaults().problems("", Profile.DEV)).isEmpty();
  }

  @Test
  void tellsEveryProblemAtOnce() {
    assertThat(
            problems(
                Profile.PROD,
                """
                zones: [us-east1-b, us-central1-a, us-central1-a]
                network: {pods: 10.20.0.0/16}
                nodePools:
                  Web: {machineType: n9-standard-4, spot: true, min: 5, max: 3}
                maintenanceWindow: {hours: 4, days: [sunday]}
                """))
        .containsExactly(
            "zones[0]: \"us-east1-b\" is not a zone of us-central1, where the cluster is.",
            "zones[2]: \"us-central1-a\" is there twice; remove one.",
            "nodePools.Web: must begin with a letter and hold only lower-case letters, digits and"
                + " dashes, at most 15.",
            "nodePools.Web.machineType: \"n9-standard-4\" is of no known machine family; known are"
                + " c2, c2d, c3, c3d, c4, c4a, e2, n1, n2, n2d, n4, t2a, t2d. Did you mean \"n1\"?",
            "nodePools.Web.min: (5) must not be greater than max (3).",
            "nodePools: are all spot, of which Google may take every node at once; with profile"
                + " prod one must not be.",
            "network.pods: 10.20.0.0/16 overlaps nodes (10.20.0.0/20); each needs addresses of its"
                + " own.",
            "maintenanceWindow: gives 16 hours in four weeks, Google wants 48; add days or hours.");
  }

  @Test
  void spotAloneIsForDev() {
    String spot = "nodePools: {web: {machineType: e2-standard-4, spot: true}}";

    assertThat(problems(Profile.DEV, spot)).isEmpty();
    assertThat(
            problems(
                Profile.PROD,
                "nodePools: {a: {machineType: e2-standard-4, spot: true}, b: {machineType:"
                    + " e2-standard-4}}"))
        .isEmpty();
  }

  @Test
  void onePoolTakesAnyPod() {
    String message =
        "nodePools: need one pool without taints that is not arm64, which GKE taints: Kubernetes'"
            + " own pods have nowhere to run.";

    assertThat(problems(Profile.DEV, "nodePools: {a: {machineType: c4a-standard-4}}"))
        .containsExactly(message);
    assertThat(
            problems(
                Profile.DEV, "nodePools: {a: {machineType: e2-standard-4, taints: [{key: a}]}}"))
        .containsExactly(message);
    assertThat(
            problems(
                Profile.DEV,
                "nodePools: {a: {machineType: e2-standard-4, taints: [{key: a, effect:"
                    + " PreferNoSchedule}]}}"))
        .isEmpty();
  }

  @Test
  void machinesWithoutPersistentDisksKeepVolumesOff() {
    assertThat(
            problems(
                Profile.DEV,
                "nodePools: {a: {machineType: e2-standard-4}, b: {machineType: n4-standard-4}}"))
        .containsExactly(
            "nodePools.b.machineType: \"n4-standard-4\" attaches no persistent disk, so that pods"
                + " with volumes fail on it; give the pool taints.");
    assertThat(
            problems(
                Profile.DEV,
                "nodePools: {a: {machineType: e2-standard-4}, b: {machineType: n4-standard-4,"
                    + " taints: [{key: stateless}]}}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maxSurge: 0|maxSurge: and maxUnavailable must not both be 0: no node could ever be"
            + " upgraded.",
        "maxSurge: 15, maxUnavailable: 6|maxSurge: (15) and maxUnavailable (6) must not be more"
            + " than 20 together.",
        "labels: {kubernetes.io/role: a}|labels: \"kubernetes.io/role\" belongs to Kubernetes or"
            + " the cloud; choose a key of your own.",
        "labels: {cloud.google.com/a: b}|labels: \"cloud.google.com/a\" belongs to Kubernetes or"
            + " the cloud; choose a key of your own.",
        "labels: {a b: c}|labels: \"a b\" is no key of a Kubernetes label.",
        "labels: {a: b c}|labels: \"b c\" is no value of a Kubernetes label."
      })
  void aPoolsOwnProblems(String setting, String message) {
    assertThat(
            problems(
                Profile.DEV, "nodePools: {a: {machineType: e2-standard-4, %s}}".formatted(setting)))
        .containsExactly("nodePools.a." + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: \"1\"|version (\"1\") must match ^1\\.[0-9]{2}$.",
        "zones: [somewhere]|zones (\"somewhere\") must match ^[a-z]+-[a-z]+[0-9]+-[a-z]$.",
        "network: {nodes: here}|nodes (\"here\") must match",
        "nodePools: {a: {machineType: big}}|machineType (\"big\") must match",
        "nodePools: {a: {min: 1}}|Missing required creator property",
        "nodePools: {a: {machineType: a-b, max: 0}}|max (0) must be from 1 to 1000.",
        "nodePools: {a: {machineType: a-b, diskSize: 10}}|diskSize (10) must be from 20 to 2000.",
        "maintenanceWindow: {start: \"24:00\"}|start (\"24:00\") must match",
        "maintenanceWindow: {hours: 3}|hours (3) must be from 4 to 24."
      })
  void refusesSingleValues(String yaml, String message) {
    assertThat(Yaml.refusal(GkeSettings.class, yaml)).startsWith(message);
  }

  private static List<String> problems(Profile profile, String yaml) {
    return Yaml.read(GkeSettings.class, yaml).problems("us-central1", profile).stream()
        .map(Object::toString)
        .toList();
  }
}
