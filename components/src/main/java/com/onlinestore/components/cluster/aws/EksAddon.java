package com.onlinestore.components.cluster.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The add-ons that EKS installs and updates for us, in the order in which they come up. */
enum EksAddon {
  /** Addresses for pods, and the enforcement of NetworkPolicies. */
  VPC_CNI("vpc-cni", true),
  /** Services. */
  KUBE_PROXY("kube-proxy", true),
  /** Roles for service accounts. */
  POD_IDENTITY("eks-pod-identity-agent", true),
  /** Names. */
  COREDNS("coredns", false),
  /** Volumes. */
  EBS_CSI("aws-ebs-csi-driver", false),
  /** What autoscalers read. */
  METRICS_SERVER("metrics-server", false);

  private final String id;
  private final boolean beforeNodes;

  EksAddon(String id, boolean beforeNodes) {
    this.id = id;
    this.beforeNodes = beforeNodes;
  }

  /** The add-on by EKS' name for it. */
  static Optional<EksAddon> of(String id) {
    return Arrays.stream(values()).filter(addon -> addon.id.equals(id)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(EksAddon::id).toList();
  }

  /** EKS' name for it. */
  String id() {
    return id;
  }

  /** Whether a node needs it to become ready; the others need nodes to run on. */
  boolean beforeNodes() {
    return beforeNodes;
  }
}
