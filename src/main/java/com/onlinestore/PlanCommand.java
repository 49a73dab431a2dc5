package com.onlinestore;

import com.onlinestore.config.StackFile;
import com.onlinestore.errors.StackFileError;
import com.onlinestore.errors.UserError;
import com.onlinestore.plan.ManifestTexts;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFiles;
import com.onlinestore.plan.PlanReport;
import com.onlinestore.plan.Planner;
import com.onlinestore.plan.StackConfig;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.PolicyReport;
import com.onlinestore.policy.Waiver;
import com.onlinestore.review.base.Base;
import com.onlinestore.review.report.Colours;
import com.onlinestore.review.report.Judged;
import com.onlinestore.review.report.Review;
import com.onlinestore.review.report.ReviewComment;
import com.onlinestore.review.report.ReviewJson;
import com.onlinestore.review.report.ReviewPage;
import com.onlinestore.review.report.ReviewText;
import com.onlinestore.review.report.ReviewedChange;
import com.onlinestore.review.report.StackReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the program against a recorder and shows what it would create, or what a change does. */
@Command(
    name = "plan",
    description =
        "Shows what stacks would create, or what a change does to them; writes it as files.",
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
  private static final String GONE =
      "The file of stack %s is in %s and not here. That destroys nothing: pulumi destroy does, and"
          + " needs the file.";
  private static final Path FOLDER = Path.of("target", "plan");

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      defaultValue = "local",
      paramLabel = "STACK",
      description = "Stacks with a file Pulumi.<STACK>.yaml. Default: ${DEFAULT-VALUE}.")
  private List<String> stacks;

  @Option(
      names = "--against",
      paramLabel = "REVISION|DIR",
      description =
          "Show the difference to another revision that git knows, such as origin/main, or to an"
              + " earlier plan's folder.")
  private String against;

  @Option(
      names = "--config-file",
      paramLabel = "FILE",
      description = "Stack file to read instead of Pulumi.<STACK>.yaml, as pulumi takes it.")
  private Path configFile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for the plan's files; for several stacks, one in it for each. Default:"
              + " target/plan/<STACK>.")
  private Path out;

  @Option(
      names = "--comment",
      paramLabel = "FILE",
      description =
          "With --against: where the text of a comment on a pull request goes, over all stacks."
              + " Default: target/plan/review.md.")
  private Path comment;

  @Option(
      names = "--project",
      defaultValue = ".",
      paramLabel = "DIR",
      description = "Folder with Pulumi.yaml and the stack files. Default: this one.")
  private Path project;

  private final LocalDate today;
  // A tenth of a small plan is their classes: they are loaded beside the reading of the stack.
  private final CompletableFuture<Policies> policies =
      CompletableFuture.supplyAsync(Policies::onTheClassPath);

  PlanCommand(LocalDate today) {
    this.today = today;
  }

  @Override
  public Integer call() {
    if (configFile != null && stacks.size() > 1) {
      throw new UserError(
          "--config-file is of one stack, and there are %d.".formatted(stacks.size()));
    }
    return against == null ? planAll() : compareAll();
  }

  private int planAll() {
    boolean stops = false;
    for (String stack : stacks) {
      Planned planned = planned(stack);
      stops |= told(Review.of(planned.judged(), Optional.empty()), planned.texts());
    }
    return stops ? MISTAKES : 0;
  }

  /** One stack with mistakes keeps nobody from the review of the others. */
  private int compareAll() {
    Path file = comment == null ? FOLDER.resolve("review.md") : comment;
    // An older one would be taken for this one's where the plan fails.
    delete(file);
    List<StackReview> reviews = new ArrayList<>();
    int exitCode = 0;
    try (Base base = Base.of(against, project, PlanCommand::plan, this::tell)) {
      for (String stack : stacks) {
        try {
          StackReview review = compare(stack, base);
          reviews.add(review);
          exitCode = review.review().filter(Review::stops).isPresent() ? MISTAKES : exitCode;
        } catch (StackFileError mistakes) {
          spec.commandLine().getErr().println(mistakes.getMessage());
          reviews.add(new StackReview(stack, Optional.empty(), mistakes.getMessage()));
          exitCode = mistakes.exitCode();
        }
      }
    }
    write(file, ReviewComment.of(against, reviews));
    return exitCode;
  }

  private StackReview compare(String stack, Base base) {
    if (configFile == null && !hasFile(stack) && base.settings(stack, null).isPresent()) {
      String gone = GONE.formatted(stack, base.name());
      spec.commandLine().getOut().println(gone);
      return new StackReview(stack, Optional.empty(), gone);
    }
    Planned planned = planned(stack);
    Judged after = planned.judged();
    Optional<ReviewedChange> change = Optional.empty();
    String problem = "";
    try {
      change = Optional.of(ReviewedChange.of(base.name(), before(base, after), after));
    } catch (UserError broken) {
      problem = broken.getMessage();
      spec.commandLine().getErr().println(problem);
    }
    Review review = Review.of(after, change);
    told(review, planned.texts());
    return new StackReview(stack, Optional.of(review), problem);
  }

  private Judged before(Base base, Judged after) {
    String stack = after.plan().stack();
    Plan plan =
        base.plan(stack, configFile).orElseGet(() -> Plan.empty(after.plan().project(), stack));
    return Judged.of(plan, waivers(base, after), policies.join(), today);
  }

  /** Those of the base; of a plan's folder nobody knows them, so none of them is new. */
  private List<Waiver> waivers(Base base, Judged after) {
    try {
      return base.settings(after.plan().stack(), configFile)
          .map(settings -> StackFile.settings(settings.config()).policies().waivers())
          .orElse(after.waivers());
    } catch (StackFileError brokenThere) {
      return List.of();
    }
  }

  private StackConfig read(String stack) {
    return configFile == null
        ? StackConfig.read(project, stack)
        : StackConfig.read(project, stack, configFile);
  }

  private boolean hasFile(String stack) {
    return StackConfig.stacks(project).contains(stack);
  }

  private Planned planned(String stack) {
    StackConfig config = read(stack);
    Plan plan = plan(config);
    // Writing YAML takes as long as judging the plan, so they go on at once.
    CompletableFuture<ManifestTexts> texts =
        CompletableFuture.supplyAsync(() -> ManifestTexts.of(plan));
    return new Planned(StackJudge.of(plan, config.config(), policies.join(), today), texts);
  }

  /** Shows and writes a review; whether the stack must not run so. */
  private boolean told(Review review, CompletableFuture<ManifestTexts> texts) {
    Path folder = folder(review.plan().stack());
    Supplier<String> report = begun(() -> report(review));
    Map<String, Supplier<String>> files =
        Map.of(
            PlanFiles.REVIEW, begun(() -> PlanFiles.text(ReviewJson.of(review))),
            PlanFiles.PAGE, begun(() -> ReviewPage.of(review, texts.join())));
    PlanFiles.write(review.facts(), texts.join(), files, folder);
    spec.commandLine().getOut().println(report.get());
    spec.commandLine()
        .getOut()
        .println("Written to " + folder + "; " + PlanFiles.PAGE + " is the plan as a page.");
    spec.commandLine().getOut().flush();
    return review.stops();
  }

  /** A text that is made beside what the caller goes on with. */
  private static Supplier<String> begun(Supplier<String> text) {
    return CompletableFuture.supplyAsync(text)::join;
  }

  private static String report(Review review) {
    if (review.change().isPresent()) {
      Colours colours = Ansi.AUTO.enabled() ? Colours.ON : Colours.OFF;
      return ReviewText.of(review, review.change().get(), colours);
    }
    String facts = PlanReport.of(review.facts());
    return review.findings().isEmpty()
        ? facts
        : facts + System.lineSeparator() + PolicyReport.of(review.findings());
  }

  private Path folder(String stack) {
    if (out == null) {
      return FOLDER.resolve(stack);
    }
    return stacks.size() == 1 ? out : out.resolve(stack);
  }

  private void tell(String progress) {
    spec.commandLine().getErr().println(progress);
  }

  private static Plan plan(StackConfig config) {
    return Planner.plan(config, OnlineStore.program(config.config().keySet(), config.secretKeys()));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      throw new UserError("The comment cannot be written: " + kept);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UserError("The comment cannot be written: " + unwritable);
    }
  }

  /** A plan that was judged, and its objects as they are being written down. */
  private record Planned(Judged judged, CompletableFuture<ManifestTexts> texts) {}
}
