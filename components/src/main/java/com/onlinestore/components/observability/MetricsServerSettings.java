package com.onlinestore.components.observability;

import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Use;
import java.util.List;

/**
 * The metrics API, which autoscalers read.
 *
 * <pre>{@code
 * var onKind = new MetricsServerSettings(Use.INSTALL, true);
 * }</pre>
 *
 * @param use whether this stack installs it; default existing, because most clusters have it
 * @param kubeletInsecureTls whether kubelets have certificates nobody signed, as on kind
 */
public record MetricsServerSettings(
    @JsonPropertyDescription(
            "install: this stack brings metrics-server. existing: the cluster has it, or nothing is"
                + " scaled. Default: existing.")
        Use use,
    @JsonPropertyDescription(
            "Accept kubelet certificates that the cluster's authority did not sign, as on kind."
                + " Default: false.")
        Boolean kubeletInsecureTls) {

  /** Fills in the defaults. */
  public MetricsServerSettings {
    use = or(use, Use.EXISTING);
    kubeletInsecureTls = or(kubeletInsecureTls, false);
  }

  /** The cluster has one. */
  public static MetricsServerSettings defaults() {
    return new MetricsServerSettings(null, null);
  }

  /** A setting without effect. */
  public List<Problem> problems() {
    return new Problems()
        .addIf(
            use == Use.EXISTING && kubeletInsecureTls,
            "kubeletInsecureTls",
            "true has no effect on a metrics-server that is not ours (metricsServer.use:"
                + " existing); remove it or set use: install.")
        .list();
  }
}
