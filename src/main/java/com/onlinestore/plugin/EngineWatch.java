package com.onlinestore.plugin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Ends this process when the engine is gone. Pulumi's Java host never stops a plugin that it
 * started: each run would leave a JVM behind.
 *
 * @param address of the engine, {@code host:port}
 */
record EngineWatch(String address) {

  private static final int MILLISECONDS = 2000;

  void start() {
    Thread thread = new Thread(this::watch, "engine-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (answers()) {
        Thread.sleep(MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  private boolean answers() {
    int colon = address.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
          MILLISECONDS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
