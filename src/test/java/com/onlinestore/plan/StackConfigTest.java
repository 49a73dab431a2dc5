package com.onlinestore.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackConfigTest {

  @TempDir Path folder;

  @BeforeEach
  void writeProject() {
    write("Pulumi.yaml", "name: online-store\nruntime: java\n");
  }

  @Test
  void passesPlainValuesAsText() {
    write(
        "Pulumi.dev.yaml",
        """
        config:
          online-store:host: shop.example.com
          online-store:port: 8080
          online-store:half: 0.5
          online-store:one: 1.0
          online-store:debug: true
          online-store:mode: on
          online-store:time: 12:30
          online-store:date: 2026-01-01
          online-store:tag: "007"
          online-store:nothing:
          aws:region: eu-west-1
          aws:config:profile: main
          size: large
        """);

    StackConfig read = StackConfig.read(folder, "dev");

    assertThat(read.project()).isEqualTo("online-store");
    assertThat(read.stack()).isEqualTo("dev");
    assertThat(read.secretKeys()).isEmpty();
    assertThat(read.config())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("online-store:host", "shop.example.com"),
                Map.entry("online-store:port", "8080"),
                Map.entry("online-store:half", "0.5"),
                Map.entry("online-store:one", "1"),
                Map.entry("online-store:debug", "true"),
                Map.entry("online-store:mode", "on"),
                Map.entry("online-store:time", "12:30"),
                Map.entry("online-store:date", "2026-01-01"),
                Map.entry("online-store:tag", "007"),
                Map.entry("online-store:nothing", "null"),
                Map.entry("aws:region", "eu-west-1"),
                Map.entry("aws:profile", "main"),
                Map.entry("online-store:size", "large")));
  }

  @Test
  void passesStructuredValuesAsJsonWithAnchorsResolved() {
    write(
        "Pulumi.dev.yaml",
        """
        config:
          online-store:store:
            services:
              orders: &usual {replicas: 2, image: "orders:1.0"}
              payments:
                <<: *usual
                replicas: 3
              products: *usual
            hosts: [shop.example.com, 8080, null]
        """);

    assertThat(StackConfig.read(folder, "dev").config())
        .isEqualTo(
            Map.of(
                "online-store:store",
                "{\"hosts\":[\"shop.example.com\",8080,null],\"services\":{"
                    + "\"orders\":{\"image\":\"orders:1.0\",\"replicas\":2},"
                    + "\"payments\":{\"image\":\"orders:1.0\",\"replicas\":3},"
                    + "\"products\":{\"image\":\"orders:1.0\",\"replicas\":2}}}"));
  }

  @Test
  void neverShowsEncryptedValuesAndKnowsTheirKeys() {
    write(
        "Pulumi.dev.yaml",
        """
        encryptionsalt: v1:salt
        secretsprovider: awskms://key
        environment: [base]
        config:
          online-store:password: {secure: AAABAC}
          online-store:store:
            database: {host: db, password: {secure: AAABAC}}
          online-store:plain: {secure: AAABAC, unless: there is more}
        """);

    StackConfig read = StackConfig.read(folder, "dev");

    assertThat(read.config())
        .isEqualTo(
            Map.of(
                "online-store:password",
                "<secret>",
                "online-store:store",
                "{\"database\":{\"host\":\"db\",\"password\":\"<secret>\"}}",
                "online-store:plain",
                "{\"secure\":\"AAABAC\",\"unless\":\"there is more\"}"));
    assertThat(read.secretKeys()).containsExactly("online-store:password", "online-store:store");
  }

  @Test
  void takesAnEmptyFileForNoSettings() {
    write("Pulumi.dev.yaml", "");
    write("Pulumi.prod.yaml", "config:\n");

    assertThat(StackConfig.read(folder, "dev").config()).isEmpty();
    assertThat(StackConfig.read(folder, "prod").config()).isEmpty();
  }

  @Test
  void takesDefaultsFromTheProject() {
    write(
        "Pulumi.yaml",
        """
        name: online-store
        config:
          size: small
          host: {type: string, default: shop.example.com}
          declared: {type: string}
          aws:region: {value: eu-west-1}
        """);
    write("Pulumi.dev.yaml", "config:\n  online-store:size: large\n");

    assertThat(StackConfig.read(folder, "dev").config())
        .isEqualTo(
            Map.of(
                "online-store:size", "large",
                "online-store:host", "shop.example.com",
                "aws:region", "eu-west-1"));
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
    assertFails("dev", "There is no Pulumi project here: Pulumi.yaml does not exist.");

    write("Pulumi.yaml", "runtime: java\n");
    assertFails("dev", "Pulumi.yaml: name is required.");
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
    try {
      Files.writeString(folder.resolve(file), content);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
