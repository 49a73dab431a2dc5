package com.onlinestore.policy;

import com.onlinestore.components.settings.Checks;

/**
 * One rule of a catalogue.
 *
 * @param id topic and name, as in {@code pods/run-as-non-root}; public, because waivers name it
 * @param severity what follows where it is broken
 * @param title what holds, in one sentence
 * @param reason why, in one sentence
 * @param fix what to do, in one sentence
 * @param policy what it asks of a resource
 */
public record Rule(
    String id, Severity severity, String title, String reason, String fix, Policy policy) {

  /** Topic and name: lower-case letters, digits and dashes. */
  public static final String ID = "^[a-z][a-z0-9-]{0,40}/[a-z][a-z0-9-]{0,60}$";

  /** Refuses a rule without id, severity, text or policy. */
  public Rule {
    Checks.matching("id", id, ID);
    Checks.required("severity of " + id, severity);
    Checks.required("title of " + id, title);
    Checks.required("reason of " + id, reason);
    Checks.required("fix of " + id, fix);
    Checks.required("policy of " + id, policy);
  }
}
