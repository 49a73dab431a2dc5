package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginDiscoveryIT {

  /** The command of Pulumi's Java host, which reads standard output as JSON and nothing else. */
  @Test
  void aFreshCloneAsksForTheOnePluginThatEveryStackNeeds(@TempDir Path folder) throws Exception {
    Tools.require("mvn");
    Tools.Result result =
        Tools.runForOutput(
            Checkout.into(folder).project(),
            List.of(
                "mvn",
                "-Dorg.slf4j.simpleLogger.logFile=System.err",
                "--no-transfer-progress",
                "compile",
                "exec:java",
                "-DmainClass=com.pulumi.bootstrap.internal.Main",
                "-DmainArgs=packages"));
    assertThat(result.orFail())
        .isEqualToIgnoringNewLines(
            "[{\"resource\":true,\"name\":\"kubernetes\",\"version\":\"4.32.0\"}]");
  }
}
