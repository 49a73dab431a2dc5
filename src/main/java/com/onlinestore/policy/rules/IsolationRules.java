package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps a pod apart from its node: the baseline of the Pod Security Standards. */
final class IsolationRules {

  /** What the Pod Security Standards call safe: a pod's own, not the node's. */
  private static final Set<String> SAFE_SYSCTLS =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.ip_local_reserved_ports",
          "net.ipv4.ip_unprivileged_port_start",
          "net.ipv4.ping_group_range",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes",
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_rmem",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.tcp_wmem");

  private IsolationRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "pods/privileged",
            MANDATORY,
            "No container is privileged.",
            "A privileged container is root on its node, and so in everything that runs there.",
            "Remove privileged, and add the one capability that is needed.",
            About.containers(
                container -> {
                  Value privileged = container.value().at("securityContext", "privileged");
                  return privileged.wrongIf(
                      privileged.isTrue(), "gives the container every right of its node");
                })),
        new Rule(
            "pods/host-namespaces",
            MANDATORY,
            "No pod shares network, processes or IPC of its node.",
            "There it sees other pods' traffic and processes, and no NetworkPolicy holds for it.",
            "Remove hostNetwork, hostPID and hostIPC.",
            About.pods(
                pod ->
                    Stream.of("hostNetwork", "hostPID", "hostIPC")
                        .map(pod.spec()::at)
                        .filter(Value::isTrue)
                        .map(shared -> shared.is("shares what belongs to the node"))
                        .toList())),
        new Rule(
            "pods/host-paths",
            MANDATORY,
            "No pod mounts a path of its node.",
            "Through the node's files a pod reaches other pods and the node's credentials.",
            "Take a persistent volume, an emptyDir, a ConfigMap or a Secret.",
            About.pods(
                pod ->
                    pod.spec().each("volumes").stream()
                        .map(volume -> volume.at("hostPath", "path"))
                        .filter(Value::exists)
                        .map(path -> path.is("is a path of the node"))
                        .toList())),
        new Rule(
            "pods/host-ports",
            MANDATORY,
            "No container takes a port of its node.",
            "It goes past Services and policies, and one node holds only one such pod.",
            "Remove hostPort, and put a Service before the pods.",
            About.containers(
                container ->
                    container.value().each("ports").stream()
                        .map(port -> port.at("hostPort"))
                        .filter(port -> port.json().asInt() != 0)
                        .map(port -> port.is("is a port of the node"))
                        .toList())),
        new Rule(
            "pods/proc-mount",
            MANDATORY,
            "Containers keep the masks on /proc.",
            "Without them a container reads and writes settings of its node's kernel.",
            "Remove procMount.",
            About.containers(
                container -> {
                  Value mount = container.value().at("securityContext", "procMount");
                  return mount.wrongIf(
                      mount.exists() && !mount.text().equals("Default"), "unmasks /proc");
                })),
        new Rule(
            "pods/sysctls",
            MANDATORY,
            "Pods set only kernel parameters that are their own.",
            "Others are the node's, and change for every pod on it.",
            "Remove the parameter, or set it on the nodes for everybody.",
            About.pods(
                pod ->
                    pod.spec().each("securityContext", "sysctls").stream()
                        .map(each -> each.at("name"))
                        .filter(name -> !SAFE_SYSCTLS.contains(name.text()))
                        .map(name -> name.is("is not among the safe ones"))
                        .toList())),
        new Rule(
            "pods/apparmor",
            MANDATORY,
            "No container lifts its AppArmor profile.",
            "The profile of the runtime is what stops a container that broke out of its process.",
            "Remove the profile, or take RuntimeDefault.",
            About.containers(
                container -> {
                  Value profile = container.security("appArmorProfile").at("type");
                  return profile.wrongIf(
                      profile.text().equals("Unconfined"), "lifts the runtime's profile");
                })),
        new Rule(
            "pods/selinux",
            MANDATORY,
            "No container chooses its own SELinux user or role.",
            "With another user or role the labels of the node's files no longer stop it.",
            "Remove seLinuxOptions.user and seLinuxOptions.role.",
            About.containers(
                container ->
                    Stream.of("user", "role")
                        .map(container.security("seLinuxOptions")::at)
                        .filter(option -> !option.text().isEmpty())
                        .map(option -> option.is("takes the container out of its labels"))
                        .toList())),
        new Rule(
            "pods/host-process",
            MANDATORY,
            "No container of Windows is a process of its node.",
            "It has every right on the node, whatever else is said of it.",
            "Remove windowsOptions.hostProcess.",
            About.containers(
                container -> {
                  Value process = container.security("windowsOptions").at("hostProcess");
                  return process.wrongIf(process.isTrue(), "is a process of the node");
                })));
  }
}
