/**
 * What a stack would create, without Pulumi, cluster, network or credentials.
 *
 * <p>{@link com.onlinestore.plan.StackConfig} reads the settings, {@link
 * com.onlinestore.plan.Planner} runs the program against a recorder and returns a {@link
 * com.onlinestore.plan.Plan}, {@link com.onlinestore.plan.PlanReport} shows it and {@link
 * com.onlinestore.plan.PlanFiles} writes it. Nothing here knows the store: any Pulumi program in
 * Java can be planned. What it knows of clouds is in {@code com.onlinestore.plan.cloud}, what it
 * knows of the mesh in {@code com.onlinestore.plan.mesh}.
 */
package com.onlinestore.plan;
