/**
 * What a plan knows of the mesh: who may call whom, and the mistakes that an API server accepts and
 * Istio then ignores or answers with errors. Pure functions of the objects and Helm releases of a
 * plan; nothing here knows of plans.
 */
package com.onlinestore.plan.mesh;
