package com.onlinestore;

import com.onlinestore.config.StackFile;
import com.onlinestore.plan.MeshCheck;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFiles;
import com.onlinestore.plan.PlanReport;
import com.onlinestore.plan.Planner;
import com.onlinestore.plan.StackConfig;
import com.onlinestore.policy.Finding;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.PolicyReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the program against a recorder and shows what it would create. */
@Command(
    name = "plan",
    description = "Shows what a stack would create, and writes it as files.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:Nothing is wrong.",
      "1:The arguments are wrong, or the plan failed.",
      "2:The stack file has problems, the mesh would not do what the plan says, or a mandatory"
          + " policy is broken."
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  private static final int MISTAKES = 2;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      defaultValue = "local",
      paramLabel = "STACK",
      description = "Stack with a file Pulumi.<STACK>.yaml. Default: ${DEFAULT-VALUE}.")
  private String stack;

  @Option(
      names = "--config-file",
      paramLabel = "FILE",
      description = "Stack file to read instead of Pulumi.<STACK>.yaml, as pulumi takes it.")
  private Path configFile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the plan's files. Default: target/plan/<STACK>.")
  private Path out;

  @Option(
      names = "--project",
      defaultValue = ".",
      paramLabel = "DIR",
      description = "Folder with Pulumi.yaml and the stack files. Default: this one.")
  private Path project;

  private final LocalDate today;

  PlanCommand(LocalDate today) {
    this.today = today;
  }

  @Override
  public Integer call() {
    StackConfig config =
        configFile == null
            ? StackConfig.read(project, stack)
            : StackConfig.read(project, stack, configFile);
    Plan plan =
        Planner.plan(config, OnlineStore.program(config.config().keySet(), config.secretKeys()));
    Path folder = out == null ? Path.of("target", "plan", stack) : out;
    PlanFiles.write(plan, folder);
    List<Finding> findings =
        Policies.onTheClassPath().findings(plan, StackFile.waivers(config.config()), today);
    spec.commandLine().getOut().println(PlanReport.of(plan));
    if (!findings.isEmpty()) {
      spec.commandLine().getOut().println(PolicyReport.of(findings));
    }
    spec.commandLine().getOut().println("Written to " + folder + ".");
    spec.commandLine().getOut().flush();
    boolean wrong =
        !MeshCheck.mistakes(plan).isEmpty() || findings.stream().anyMatch(Finding::stops);
    return wrong ? MISTAKES : 0;
  }
}
