package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.Set;

/** What a process in a pod may do: the restricted level of the Pod Security Standards. */
final class RightsRules {

  private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");

  private RightsRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "pods/run-as-non-root",
            MANDATORY,
            "Containers refuse to run as root.",
            "Root in a container is root on the node for whoever breaks out of it.",
            "Set securityContext.runAsNonRoot: true on the pod, and a user in the image.",
            About.containers(
                container -> {
                  Value nonRoot = container.security("runAsNonRoot");
                  return nonRoot.wrongIf(!nonRoot.isTrue(), "lets the image run as root");
                })),
        new Rule(
            "pods/root-user",
            MANDATORY,
            "No container is told to run as root.",
            "User 0 in a container is root on the node for whoever breaks out of it.",
            "Set securityContext.runAsUser to a number above 0, or remove it.",
            About.containers(
                container -> {
                  Value user = container.security("runAsUser");
                  return user.wrongIf(user.text().equals("0"), "is root");
                })),
        new Rule(
            "pods/privilege-escalation",
            MANDATORY,
            "No process gains more rights than it was started with.",
            "Programs with the setuid bit would give root to whoever runs them.",
            "Set securityContext.allowPrivilegeEscalation: false on the container.",
            About.containers(
                container -> {
                  Value escalation =
                      container.value().at("securityContext", "allowPrivilegeEscalation");
                  return escalation.wrongIf(
                      !escalation.isFalse(), "lets a process gain rights it was not given");
                })),
        new Rule(
            "pods/dropped-capabilities",
            MANDATORY,
            "Containers drop all capabilities.",
            "The runtime's default set lets a process forge packets and change owners of files.",
            "Set securityContext.capabilities.drop: [ALL] on the container.",
            About.containers(
                container -> {
                  Value drop = container.value().at("securityContext", "capabilities", "drop");
                  return drop.wrongIf(!drop.texts().contains("ALL"), "does not drop ALL");
                })),
        new Rule(
            "pods/added-capabilities",
            MANDATORY,
            "Containers add no capability but NET_BIND_SERVICE.",
            "Most of the others are a way to root, SYS_ADMIN and NET_ADMIN first.",
            "Remove it; a port above 1023 needs none.",
            About.containers(
                container ->
                    container.value().each("securityContext", "capabilities", "add").stream()
                        .filter(each -> !each.text().equals("NET_BIND_SERVICE"))
                        .map(each -> each.is("is more than a service needs"))
                        .toList())),
        new Rule(
            "pods/seccomp",
            MANDATORY,
            "Containers keep the runtime's filter of system calls.",
            "Most ways out of a container begin with a system call that no service makes.",
            "Set securityContext.seccompProfile: {type: RuntimeDefault} on the pod.",
            About.containers(
                container -> {
                  Value type = container.security("seccompProfile").at("type");
                  return type.wrongIf(
                      !PROFILES.contains(type.text()), "lets through every system call");
                })),
        new Rule(
            "pods/read-only-root",
            ADVISORY,
            "Containers cannot write into their image.",
            "Whoever gets in could otherwise change programs, and leave some behind.",
            "Set securityContext.readOnlyRootFilesystem: true, and an emptyDir where it writes.",
            About.containers(
                container -> {
                  Value readOnly =
                      container.value().at("securityContext", "readOnlyRootFilesystem");
                  return readOnly.wrongIf(!readOnly.isTrue(), "leaves the image writable");
                })));
  }
}
