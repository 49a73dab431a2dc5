package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;

/** What is written down, and for how long. */
final class LoggingRules {

  private static final List<String> CONTROL_PLANE = List.of("api", "audit", "authenticator");

  private LoggingRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "logging/control-plane",
            MANDATORY,
            "A cluster's control plane writes its logs.",
            "Without the audit log nobody finds out who did what.",
            "Turn on api, audit and authenticator (EKS), or SYSTEM_COMPONENTS (GKE).",
            About.any(
                About.resources(
                    "aws:eks/cluster:Cluster",
                    cluster -> {
                      Value types = cluster.at("enabledClusterLogTypes");
                      return types.wrongIf(
                          !types.texts().containsAll(CONTROL_PLANE),
                          "lacks some of %s",
                          String.join(", ", CONTROL_PLANE));
                    }),
                About.resources(
                    "gcp:container/cluster:Cluster",
                    cluster -> {
                      Value parts = cluster.at("loggingConfig", "enableComponents");
                      boolean off = cluster.at("loggingService").text().equals("none");
                      // Left out it is on.
                      return parts.wrongIf(
                          off || parts.exists() && !parts.texts().contains("SYSTEM_COMPONENTS"),
                          "writes no logs of the cluster itself");
                    }))),
        new Rule(
            "logging/flows",
            ADVISORY,
            "Networks write down who talked to whom.",
            "After a break-in it is the only record of where data went.",
            "Add a FlowLog for the VPC (AWS), or logConfig to the subnetwork (Google).",
            About.any(
                (resource, context) ->
                    resource.type().equals("aws:ec2/vpc:Vpc")
                        ? flows(Value.of(resource), resource.name(), context)
                        : List.of(),
                About.resources(
                    "gcp:compute/subnetwork:Subnetwork",
                    subnet ->
                        subnet
                            .at("logConfig")
                            .wrongIf(
                                !subnet.at("logConfig").exists()
                                    && !subnet.at("purpose").text().contains("PROXY"),
                                "keeps no record of connections")))),
        new Rule(
            "logging/retention",
            ADVISORY,
            "Logs end.",
            "What is never deleted is paid for ever, and is personal data without an end.",
            "Set retentionInDays.",
            About.resources(
                "aws:cloudwatch/logGroup:LogGroup",
                group -> {
                  Value days = group.at("retentionInDays");
                  return days.wrongIf(!days.exists() || days.text().equals("0"), "never ends");
                })),
        new Rule(
            "logging/mesh",
            ADVISORY,
            "The mesh writes down who called whom.",
            "Without an access log nobody finds the request that failed.",
            "Set meshConfig.accessLogFile: /dev/stdout, or a Telemetry with accessLogging.",
            (resource, context) ->
                context
                    .release(resource)
                    .filter(release -> release.chart().matches("(.*/)?istiod(-[0-9.]+\\.tgz)?"))
                    .map(release -> Value.of(resource).at("values", "meshConfig", "accessLogFile"))
                    .map(
                        file ->
                            file.wrongIf(
                                file.text().isEmpty() && !hasAccessLog(context),
                                "writes no access log"))
                    .orElse(List.of())));
  }

  private static List<String> flows(Value vpc, String name, PolicyContext context) {
    String id = "<" + name + ".id>";
    return vpc.at("cidrBlock")
        .wrongIf(
            context.resources("aws:ec2/flowLog:FlowLog").stream()
                .noneMatch(log -> log.inputs().path("vpcId").asText().equals(id)),
            "is a network that keeps no record of connections");
  }

  private static boolean hasAccessLog(PolicyContext context) {
    return context.manifests("Telemetry").stream()
        .anyMatch(each -> Value.of(each).at("spec", "accessLogging").exists());
  }
}
