package com.onlinestore.components.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Yaml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntranceRulesTest {

  private static final Request REQUEST =
      new Request(
          "A.example.com:8080",
          "GET",
          "/a/b?c",
          Map.of("origin", "https://x"),
          Map.of("role", List.of("a", "b")),
          false);

  @Test
  void aStarStandsForTheRest() {
    assertThat(match("to: [{operation: {paths: [/a/*]}}]")).isTrue();
    assertThat(match("to: [{operation: {paths: [/a]}}]")).isFalse();
    assertThat(match("to: [{operation: {hosts: ['a.example.com:*']}}]")).isTrue();
    assertThat(match("to: [{operation: {hosts: ['*.example.com']}}]")).isFalse();
    assertThat(match("to: [{operation: {paths: [/a/*], notPaths: [/a/b]}}]")).isFalse();
  }

  @Test
  void oneOperationAndEveryConditionMustHold() {
    assertThat(match("to: [{operation: {ports: ['80']}}, {operation: {ports: ['443']}}]")).isTrue();
    assertThat(match("when: [{key: 'request.headers[origin]', values: ['*']}]")).isTrue();
    assertThat(match("when: [{key: 'request.auth.claims[role]', values: [b]}]")).isTrue();
    assertThat(
            match(
                "when: [{key: 'request.auth.claims[role]', values: [b]},"
                    + " {key: 'request.headers[origin]', notValues: ['https://x']}]"))
        .isFalse();
  }

  @Test
  void whatIsAbsentIsLikeNothing() {
    assertThat(match("when: [{key: 'request.auth.claims[iss]', notValues: [x]}]")).isTrue();
    assertThat(match("when: [{key: 'request.headers[x-user]', values: ['*']}]")).isFalse();
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    assertThatThrownBy(() -> match("from: []")).hasMessage("Not understood: {from=[]}");
    assertThatThrownBy(() -> match("when: [{key: 'source.ip'}]"))
        .hasMessage("Not understood: {key=source.ip}");
  }

  private static boolean match(String rule) {
    return new EntranceRules(Map.of("rules", List.of(Yaml.read(Map.class, rule))), 443)
        .match(REQUEST);
  }
}
