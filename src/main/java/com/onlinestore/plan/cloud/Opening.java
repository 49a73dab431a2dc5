package com.onlinestore.plan.cloud;

/**
 * What a cloud lets in.
 *
 * @param what the resource, as in {@code Cluster store}
 * @param how what is reached, as in {@code public API server}
 * @param where from which addresses; empty where from none
 */
public record Opening(String what, String how, String where) {}
