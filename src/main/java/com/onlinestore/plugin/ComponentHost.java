package com.onlinestore.plugin;

import com.pulumi.provider.internal.ResourceProviderService;
import java.io.IOException;

/** Serves the components to Pulumi's engine; started by it, from the folder {@code plugin}. */
public final class ComponentHost {

  /** What Pulumi's Java host asks before it starts a plugin: which others to fetch. */
  private static final String PACKAGES = "packages";

  private ComponentHost() {}

  /**
   * Serves until the engine ends it.
   *
   * @param args flags for logs, then the engine's address
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    String last = args.length == 0 ? "" : args[args.length - 1];
    switch (last) {
      case "" -> {
        System.err.println("Pulumi starts this; docs/plugin.md says how.");
        System.exit(1);
      }
      case PACKAGES -> tellPackages();
      default -> {
        new EngineWatch(last).start();
        new ResourceProviderService(last, new Components(System.getenv()))
            .startAndBlockUntilShutdown();
      }
    }
  }

  /** None: the engine fetches a provider when the first of its resources is declared. */
  private static void tellPackages() {
    System.out.println("[]");
    System.out.flush();
    // Some builds of Maven end their output with a colour reset, which is not JSON.
    Runtime.getRuntime().halt(0);
  }
}
