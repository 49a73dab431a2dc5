package com.onlinestore.plugin;

import com.pulumi.provider.internal.ResourceProviderService;
import java.io.IOException;

/** Serves the components to Pulumi's engine; started by it, from the folder {@code plugin}. */
public final class ComponentHost {

  private ComponentHost() {}

  /**
   * Serves until the engine ends it.
   *
   * @param args flags for logs, then the engine's address
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      System.err.println("Pulumi starts this; see docs/plugin.md.");
      System.exit(1);
    }
    new ResourceProviderService(args[args.length - 1], new Components())
        .startAndBlockUntilShutdown();
  }
}
