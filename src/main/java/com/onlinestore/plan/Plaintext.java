package com.onlinestore.plan;

/**
 * Pods of a mesh that also take connections without mutual TLS.
 *
 * @param pods namespace and name of their policy; the namespace and a star for all of it
 * @param port its number, or {@code any}
 * @param mode as Istio calls it, as in {@code PERMISSIVE}
 * @param reason why; empty where nobody said
 */
public record Plaintext(String pods, String port, String mode, String reason) {}
