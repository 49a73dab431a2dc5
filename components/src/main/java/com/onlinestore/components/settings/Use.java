package com.onlinestore.components.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether this stack brings a platform part itself or finds it in the cluster. */
public enum Use {
  /** This stack installs, upgrades and removes the part. */
  @JsonProperty("install")
  INSTALL,
  /** The part is somebody else's: it is used, never changed. */
  @JsonProperty("existing")
  EXISTING
}
