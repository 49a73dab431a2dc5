package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Container;
import com.onlinestore.policy.PodTemplate;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.stream.Stream;

/** How Kubernetes learns that a container serves, and how long it waits for one that stops. */
final class ProbeRules {

  // Kubernetes' own default.
  private static final int GRACE = 30;

  private ProbeRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "probes/readiness",
            MANDATORY,
            "Pods behind a Service say when they are ready.",
            "Without a probe requests go to pods that are still starting, on every rollout.",
            "Set readinessProbe on the container that serves.",
            About.pods(ProbeRules::readiness)),
        new Rule(
            "probes/liveness",
            ADVISORY,
            "Containers that serve say whether they hang.",
            "One that hangs is otherwise out of service until somebody restarts it.",
            "Set livenessProbe, with more patience than the readiness probe.",
            About.containers(
                (container, context) -> {
                  Value probe = container.value().at("livenessProbe");
                  return probe.wrongIf(
                      !probe.exists()
                          && !container.passing()
                          && !container.value().each("ports").isEmpty()
                          && Selection.isServed(container.pod(), context),
                      "leaves a container that hangs as it is");
                })),
        new Rule(
            "probes/identical",
            ADVISORY,
            "Liveness and readiness are not one probe.",
            "A container that is only busy is then restarted, and its load breaks the next.",
            "Give the liveness probe another path, or more failures.",
            About.containers(
                container -> {
                  Value liveness = container.value().at("livenessProbe");
                  return liveness.wrongIf(
                      liveness.exists()
                          && liveness.json().equals(container.value().at("readinessProbe").json()),
                      "restarts a container as soon as it is not ready");
                })),
        new Rule(
            "probes/port",
            MANDATORY,
            "Probes ask a port that the container names.",
            "A probe of an unknown name fails for ever, and so does the rollout.",
            "Name the port in the container's ports, or give the probe its number.",
            About.containers(ProbeRules::ports)),
        new Rule(
            "probes/stop",
            MANDATORY,
            "Pods get more time to stop than their preStop hook sleeps.",
            "Otherwise they are killed while the hook sleeps, and requests with them.",
            "Raise terminationGracePeriodSeconds above the sleep.",
            About.containers(
                container -> {
                  Value sleep = container.value().at("lifecycle", "preStop", "sleep", "seconds");
                  int grace =
                      container
                          .pod()
                          .spec()
                          .at("terminationGracePeriodSeconds")
                          .json()
                          .asInt(GRACE);
                  return sleep.wrongIf(
                      sleep.exists() && sleep.json().asInt() >= grace,
                      "sleeps as long as the pod has to stop (%d s)",
                      grace);
                })));
  }

  private static List<String> readiness(PodTemplate pod, PolicyContext context) {
    boolean probed =
        pod.containers().stream()
            .anyMatch(each -> !each.passing() && each.value().at("readinessProbe").exists());
    return pod.spec().each("containers").stream()
        .limit(1)
        .flatMap(
            first ->
                first
                    .at("readinessProbe")
                    .wrongIf(
                        !probed && Selection.isServed(pod, context),
                        "sends requests to a pod that is still starting")
                    .stream())
        .toList();
  }

  private static List<String> ports(Container container) {
    List<String> named =
        container.value().each("ports").stream().map(port -> port.at("name").text()).toList();
    return Stream.of("readinessProbe", "livenessProbe", "startupProbe")
        .flatMap(
            probe ->
                Stream.of("httpGet", "tcpSocket")
                    .map(way -> container.value().at(probe, way, "port")))
        .filter(port -> port.json().isTextual() && !port.text().matches("[0-9]+"))
        .filter(port -> !named.contains(port.text()))
        .map(port -> port.is("is not among the container's ports"))
        .toList();
  }
}
