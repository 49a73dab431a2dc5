package com.onlinestore.policy;

/** What follows from a finding. */
public enum Severity {
  /** Stops an update before anything is created, unless somebody waives it. */
  MANDATORY,
  /** Is told. */
  ADVISORY
}
