package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.WorkspaceStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stacks of one test, so that one that fails does not spoil the next. */
final class Stacks {

  private final List<WorkspaceStack> all = new ArrayList<>();

  WorkspaceStack of(Checkout checkout, String name, Map<String, String> variables)
      throws AutomationException {
    WorkspaceStack stack = checkout.stack(name, variables);
    all.add(0, stack);
    return stack;
  }

  /** The SDK destroys the stack that was selected last, whichever it is told. */
  static void destroy(WorkspaceStack stack) throws AutomationException {
    stack.workspace().selectStack(stack.name());
    stack.destroy();
  }

  /** That a preview has nothing to do. */
  static void isQuiet(WorkspaceStack stack) throws AutomationException {
    assertThat(
            stack.preview(PreviewOptions.builder().expectNoChanges(true).build()).changeSummary())
        .containsOnlyKeys(OperationType.SAME);
  }

  /** Takes down what a failure left. */
  void destroyAll() throws AutomationException {
    for (WorkspaceStack stack : all) {
      destroy(stack);
    }
  }
}
