package com.onlinestore.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.errors.StackFileError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackConfigFailureTest {

  @TempDir Path folder;

  @BeforeEach
  void writeProject() {
    write("Pulumi.yaml", "name: online-store\nruntime: java\n");
  }

  @Test
  void suggestsTheStackThatWasMeant() {
    write("Pulumi.prod.yaml", "");
    write("Pulumi.dev.yaml", "");
    write("Pulumi.local.yaml", "");

    assertFails(
        "prdo",
        "There is no stack \"prdo\" here: Pulumi.prdo.yaml does not exist."
            + " Stacks: dev, local, prod. Did you mean \"prod\"?");
    assertFails(
        "elsewhere",
        "There is no stack \"elsewhere\" here: Pulumi.elsewhere.yaml does not exist."
            + " Stacks: dev, local, prod.");
  }

  @Test
  void saysThatThereAreNoStacks() {
    assertFails(
        "dev",
        "There is no stack \"dev\" here: Pulumi.dev.yaml does not exist. There are no stacks.");
  }

  @Test
  void saysThatThereIsNoProject() throws IOException {
    Files.delete(folder.resolve("Pulumi.yaml"));
    assertFails(
        "dev",
        "There is no Pulumi project here: Pulumi.yaml does not exist."
            + " Change to its folder, or name it with --project.");

    write("Pulumi.yaml", "runtime: java\n");
    assertFails("dev", "Pulumi.yaml: name is required.");
  }

  /** Pulumi refuses it too, without a line. */
  @Test
  void saysWhichNumberPulumiCannotRead() {
    write("Pulumi.dev.yaml", "config:\n  a: b\n  c: {d: -.inf}\n");
    assertFails("dev", "Pulumi.dev.yaml, line 3: -.inf is no number for Pulumi; put it in quotes.");
  }

  @Test
  void saysInOneLineWhatIsNoYaml() throws IOException {
    write("Pulumi.dev.yaml", "config:\n  a: b\n  c: [1, 2\n  d: e\n");
    assertFails("dev", "Pulumi.dev.yaml, line 4: expected ',' or ']', but got :.");

    write("Pulumi.dev.yaml", "config:\n  a: b\n  a: c\n");
    assertFails("dev", "Pulumi.dev.yaml, line 3: found duplicate key a.");

    write("Pulumi.dev.yaml", "config:\n\ta: b\n");
    assertFails(
        "dev",
        "Pulumi.dev.yaml, line 2: found character '\\t(TAB)' that cannot start any token."
            + " (Do not use \\t(TAB) for indentation).");

    Files.write(folder.resolve("Pulumi.dev.yaml"), "a: ü".getBytes(StandardCharsets.ISO_8859_1));
    assertFails("dev", "Pulumi.dev.yaml: cannot be read as UTF-8 text.");
  }

  @Test
  void saysWhatIsNoStackFile() {
    write("Pulumi.dev.yaml", "just a word");
    assertFails("dev", "Pulumi.dev.yaml: must be a mapping of keys to values.");

    write("Pulumi.dev.yaml", "config: [a]");
    assertFails("dev", "Pulumi.dev.yaml: config must be a mapping of keys to values.");

    write("Pulumi.dev.yaml", "config: {'a:b:c': 1}");
    assertFails(
        "dev", "Pulumi.dev.yaml: \"a:b:c\" is not a key of a setting; write <namespace>:<name>.");
  }

  private void assertFails(String stack, String message) {
    assertThatThrownBy(() -> StackConfig.read(folder, stack))
        .isInstanceOf(StackFileError.class)
        .hasMessage(message);
  }

  private void write(String file, String content) {
    TestFiles.write(folder.resolve(file), content);
  }
}
