/**
 * What a plan knows of clouds: which values only they give out, who may do what there, and what
 * they open to the world. Pure functions of a resource's type, name and inputs; nothing here knows
 * of plans.
 */
package com.onlinestore.plan.cloud;
