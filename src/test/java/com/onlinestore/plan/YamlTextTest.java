package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class YamlTextTest {

  @Test
  void startsAManifestWithWhatItIs() {
    assertThat(
            YamlText.manifest(
                json(
                    """
                    {"data": {"b": "2"}, "apiVersion": "v1", "metadata": {"name": "settings"},
                     "aaa": [1, {"x": true}], "kind": "ConfigMap"}
                    """)))
        .isEqualTo(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            data:
              b: "2"
            aaa:
            - 1
            - x: true
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no",
        "on",
        "Yes",
        "true",
        "null",
        "~",
        "1",
        "1e3",
        "0x1F",
        "0o7",
        "12:30",
        "1_000",
        ".inf",
        ".5",
        "-",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "*a",
        "&a",
        "!a",
        "{a}",
        "[a]",
        "<secret>",
        "2026-01-01",
        "a:",
        ":a",
        "=",
        "<<",
        "?",
        "%a",
        "@a",
        "`a`",
        "'a'",
        "\"a\"",
        "a\\b",
        "a\tb",
        "line\n",
        "one\ntwo",
        "one\n\ntwo\n\n",
        "  indented\nless\n",
        "trailing \nspace",
        "a\r\nb",
        "über",
        "日本",
        "\u0007",
        "ghcr.io/stefanprodan/podinfo:6.7.1",
        "/healthz",
        "*.example.com"
      })
  void writesAnyTextSoThatItIsReadBackAsText(String text) {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("value", text).put(text, "x");

    assertThat(new Yaml().<Map<String, Object>>load(YamlText.text(object)))
        .isEqualTo(Map.of("value", text, text, "x"));
  }

  @Test
  void leavesOrdinaryWordsAndImagesUnquotedAndBlocksReadable() {
    assertThat(
            YamlText.text(
                json(
                    """
                    {"image": "ghcr.io/stefanprodan/podinfo:6.7.1", "path": "/healthz",
                     "script": "one\\ntwo\\n", "cpu": "250m", "null": null}
                    """)))
        .isEqualTo(
            """
            image: ghcr.io/stefanprodan/podinfo:6.7.1
            path: /healthz
            script: |
              one
              two
            cpu: "250m"
            "null": null
            """);
  }
}
