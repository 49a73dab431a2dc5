package com.onlinestore.components.cluster;

import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.settings.Checks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A kubeconfig without a secret: whoever uses it proves itself by a program of the cloud.
 *
 * @param name of cluster, user and context
 * @param server {@code https://host[:port]}
 * @param certificateAuthority base64 of its certificate
 * @param proxy URL of a proxy; null for none
 * @param command the program that hands out a token
 * @param arguments of it
 * @param environment of it
 */
public record Kubeconfig(
    String name,
    String server,
    String certificateAuthority,
    String proxy,
    String command,
    List<String> arguments,
    Map<String, String> environment) {

  /** Copies the collections. */
  public Kubeconfig {
    arguments = Checks.copy(arguments);
    environment = Checks.sorted(environment);
  }

  /** As JSON, which is YAML. */
  public String json() {
    return Manifests.toJson(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Config",
            "current-context",
            name,
            "contexts",
            List.of(Map.of("name", name, "context", Map.of("cluster", name, "user", name))),
            "clusters",
            List.of(Map.of("name", name, "cluster", cluster())),
            "users",
            List.of(Map.of("name", name, "user", Map.of("exec", exec())))));
  }

  private Map<String, Object> cluster() {
    Map<String, Object> cluster = new TreeMap<>();
    cluster.put("server", server);
    cluster.put("certificate-authority-data", certificateAuthority);
    if (proxy != null) {
      cluster.put("proxy-url", proxy);
    }
    return cluster;
  }

  private Map<String, Object> exec() {
    Map<String, Object> exec = new TreeMap<>();
    exec.put("apiVersion", "client.authentication.k8s.io/v1beta1");
    exec.put("command", command);
    exec.put("interactiveMode", "IfAvailable");
    exec.put("provideClusterInfo", true);
    exec.put("args", arguments);
    exec.put(
        "env",
        environment.entrySet().stream()
            .map(each -> Map.of("name", each.getKey(), "value", each.getValue()))
            .toList());
    return exec;
  }
}
