package com.onlinestore.components;

/** What every pod of the mesh in tests may reach, as entries of a NetworkPolicy's egress. */
public final class EgressRules {

  /** Name resolution, by the cluster's DNS pods or by a cache on the node. */
  public static final String DNS =
      """
      - to:
          - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
          - ipBlock: {cidr: 169.254.20.10/32}
        ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
      """;

  /** Certificates and configuration. */
  public static final String ISTIOD =
      """
      - to:
          - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: istio-system}}
            podSelector: {matchLabels: {app: istiod}}
        ports: [{port: 15012, protocol: TCP}]
      """;

  /** Spans, to the collector of {@code Meshes.COLLECTOR}. */
  public static final String COLLECTOR =
      """
      - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: tracing}}}]
        ports: [{port: 4317, protocol: TCP}, {port: 4318, protocol: TCP}]
      """;

  private EgressRules() {}
}
