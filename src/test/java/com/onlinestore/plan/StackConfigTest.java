package com.onlinestore.plan;

import static org.assertj.core.api.Assertions.assertThat;

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
          online-store:day: 2026-1-5
          online-store:noDay: 2026-02-31
          online-store:quoted: "2026-01-01"
          online-store:huge: 1e400
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
                Map.entry("online-store:date", "2026-01-01 00:00:00 +0000 UTC"),
                Map.entry("online-store:day", "2026-01-05 00:00:00 +0000 UTC"),
                Map.entry("online-store:noDay", "2026-02-31"),
                Map.entry("online-store:quoted", "2026-01-01"),
                Map.entry("online-store:huge", "1e400"),
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

  private void write(String file, String content) {
    TestFiles.write(folder.resolve(file), content);
  }
}
