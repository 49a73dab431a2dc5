package com.onlinestore.plan;

/**
 * Another word, from the stack file, on what the program generates.
 *
 * @param what it is on, as in {@code Deployment store/orders-v1}
 * @param note the reason, and what is set or adopted
 */
public record Deviation(String what, String note) {}
