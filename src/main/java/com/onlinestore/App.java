package com.onlinestore;

import com.onlinestore.config.StackFile;
import com.onlinestore.config.StackFileException;
import com.pulumi.Pulumi;
import com.pulumi.exceptions.RunException;

/** Placeholder. */
public final class App {
  private App() {}

  public static void main(String[] args) {
    Pulumi.run(
        ctx -> {
          try {
            OnlineStore.deploy(ctx, StackFile.read(java.util.List.of(), ctx.config()::get));
          } catch (StackFileException e) {
            throw new RunException(e.getMessage());
          }
        });
  }
}
