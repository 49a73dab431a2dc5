package com.onlinestore.components.mesh.istio;

import java.util.Map;

/** Pods of the policy's own namespace, by their labels. */
public record WorkloadSelector(Map<String, String> matchLabels) {}
