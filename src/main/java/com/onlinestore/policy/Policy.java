package com.onlinestore.policy;

import com.onlinestore.plan.PlannedResource;
import java.util.List;

/**
 * What a rule asks of one resource.
 *
 * <p>The trap: it is asked about every resource of the plan, components and providers included, so
 * it begins by letting pass what it is not about.
 */
@FunctionalInterface
public interface Policy {

  /**
   * What is wrong, a text for each place: path, value, and what follows from it; {@link Value#is}
   * makes them. None where nothing is wrong.
   */
  List<String> violations(PlannedResource resource, PolicyContext context);
}
