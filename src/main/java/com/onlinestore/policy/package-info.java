/**
 * Rules that a plan must keep: found by {@link java.util.ServiceLoader}, held against every
 * resource, waived in the stack file with reason, owner and end. Works for the plan of any program.
 */
package com.onlinestore.policy;
