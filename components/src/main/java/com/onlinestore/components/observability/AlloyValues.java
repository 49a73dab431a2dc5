package com.onlinestore.components.observability;

import com.onlinestore.components.helm.Mirrors;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Helm values of Alloy's chart: on every node one that reads the files of its containers. */
record AlloyValues(Mirrors mirrors) {

  static final String NAME = "alloy";

  /** How far each file was read: on the node, or an update would read all of them again. */
  private static final String POSITIONS = "/var/lib/alloy";

  private static final String VOLUME = "positions";

  /**
   * Four labels make a stream; whatever has many values is metadata of a line. {@code said} is what
   * a program calls its level, {@code level} what all programs call it.
   */
  static final String PIPELINE =
      """
      discovery.kubernetes "pods" {
        role = "pod"
        selectors {
          role  = "pod"
          field = "spec.nodeName=" + coalesce(sys.env("HOSTNAME"), constants.hostname)
        }
      }

      discovery.relabel "pods" {
        targets = discovery.kubernetes.pods.targets
        rule {
          source_labels = ["__meta_kubernetes_pod_phase"]
          regex         = "Succeeded|Failed"
          action        = "drop"
        }
        rule {
          source_labels = ["__meta_kubernetes_namespace"]
          target_label  = "namespace"
        }
        rule {
          source_labels = ["__meta_kubernetes_pod_label_app_kubernetes_io_name"]
          target_label  = "app"
        }
        rule {
          source_labels = ["__meta_kubernetes_pod_container_name"]
          target_label  = "container"
        }
        rule {
          source_labels = ["__meta_kubernetes_pod_name"]
          target_label  = "pod"
        }
        rule {
          source_labels = ["__meta_kubernetes_pod_uid", "__meta_kubernetes_pod_container_name"]
          separator     = "/"
          target_label  = "__path__"
          replacement   = "/var/log/pods/*$1/*.log"
        }
      }

      local.file_match "pods" {
        path_targets = discovery.relabel.pods.output
      }

      loki.source.file "pods" {
        targets    = local.file_match.pods.targets
        forward_to = [loki.process.pods.receiver]
      }

      loki.process "pods" {
        forward_to = [loki.write.loki.receiver]
        stage.cri { }
        stage.json {
          expressions = {
            "said"     = "level || severity || log_level",
            "trace_id" = "trace_id || traceId || traceID",
          }
        }
        stage.regex {
          source     = "said"
          expression = "^(?P<level>(?i:trace|debug|info|warn|error|fatal))"
        }
        stage.labels {
          values = { "level" = "" }
        }
        stage.structured_metadata {
          values = { "pod" = "", "trace_id" = "" }
        }
        stage.label_drop {
          values = ["filename", "flags", "pod", "stream"]
        }
      }

      loki.write "loki" {
        endpoint {
          url = "%s/loki/api/v1/push"
        }
      }
      """;

  Map<String, Object> all() {
    Map<String, Object> values = new TreeMap<>();
    values.put("fullnameOverride", NAME);
    values.put("alloy", alloy());
    values.put("controller", controller());
    values.put("crds", Map.of("create", false));
    values.put("serviceMonitor", Map.of("enabled", true));
    mirrors
        .registry()
        .ifPresent(registry -> values.put("global", Map.of("image", Map.of("registry", registry))));
    return values;
  }

  private static Map<String, Object> alloy() {
    Map<String, Object> alloy = new TreeMap<>();
    alloy.put("configMap", Map.of("content", PIPELINE.formatted(LogStack.LOKI)));
    alloy.put("enableReporting", false);
    alloy.put("storagePath", POSITIONS);
    alloy.put(
        "mounts",
        Map.of("varlog", true, "extra", List.of(Map.of("name", VOLUME, "mountPath", POSITIONS))));
    alloy.put(
        "resources",
        Map.of(
            "requests", Map.of("cpu", "50m", "memory", "128Mi"),
            "limits", Map.of("memory", "256Mi")));
    // Root, whom the files belong to, but with nothing else that root can do.
    alloy.put(
        "securityContext",
        Map.of(
            "allowPrivilegeEscalation",
            false,
            "readOnlyRootFilesystem",
            true,
            "runAsUser",
            0,
            "capabilities",
            Map.of("drop", List.of("ALL")),
            "seccompProfile",
            Map.of("type", "RuntimeDefault")));
    return alloy;
  }

  /** On every node, whatever it is reserved for. */
  private static Map<String, Object> controller() {
    return Map.of(
        "type",
        "daemonset",
        "tolerations",
        List.of(Map.of("operator", "Exists")),
        "podLabels",
        Map.of("sidecar.istio.io/inject", "false"),
        "volumes",
        Map.of(
            "extra",
            List.of(
                Map.of(
                    "name",
                    VOLUME,
                    "hostPath",
                    Map.of("path", POSITIONS, "type", "DirectoryOrCreate")))));
  }
}
