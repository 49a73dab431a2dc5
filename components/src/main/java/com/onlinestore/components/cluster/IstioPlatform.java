package com.onlinestore.components.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * Kubernetes distributions that keep network plugins in folders of their own. OpenShift is not
 * among them: its DNS and its user ids need more than this platform gives.
 */
public enum IstioPlatform {
  /** Google Kubernetes Engine. */
  @JsonProperty("gke")
  GKE,
  /** k3s in Docker. */
  @JsonProperty("k3d")
  K3D,
  /** k3s. */
  @JsonProperty("k3s")
  K3S,
  /** MicroK8s. */
  @JsonProperty("microk8s")
  MICROK8S,
  /** minikube. */
  @JsonProperty("minikube")
  MINIKUBE;

  /** The value of the charts' {@code global.platform}. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
