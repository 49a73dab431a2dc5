package com.onlinestore.engine;

import com.pulumi.Config;
import com.pulumi.context.internal.ConfigContextInternal;
import com.pulumi.context.internal.ContextInternal;
import com.pulumi.context.internal.LoggingContextInternal;
import com.pulumi.context.internal.OutputContextInternal;
import com.pulumi.core.internal.OutputFactory;
import com.pulumi.deployment.internal.DeploymentImpl;
import java.util.List;

/** What a program is given of its deployment, as the SDK makes it where nobody else may. */
public final class ProgramContext {

  private ProgramContext() {}

  /** The context of a deployment with a runner of its own. */
  public static ContextInternal of(DeploymentImpl deployment) {
    return new ContextInternal(
        deployment.getOrganizationName(),
        deployment.getProjectName(),
        deployment.getStackName(),
        new LoggingContextInternal(deployment.getLog()),
        new ConfigContextInternal(
            deployment.getProjectName(), name -> new Config(deployment.getConfig(), name)),
        new OutputContextInternal(new OutputFactory(deployment.getRunner())),
        List.of());
  }
}
