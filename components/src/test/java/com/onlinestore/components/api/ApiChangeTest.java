package com.onlinestore.components.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiChangeTest {

  private static final String TYPE = "cluster.Shop: interface";
  private static final String METHOD = "cluster.Shop: abstract int open()";

  @Test
  void whatIsGoneBreaks() {
    assertThat(ApiChange.between(List.of(TYPE, METHOD), List.of(TYPE)))
        .isEqualTo(new ApiChange(Set.of(METHOD), Set.of()));
  }

  @Test
  void whatHasAnotherSignatureBreaks() {
    String now = METHOD.replace("int", "long").replace("abstract ", "");
    assertThat(ApiChange.between(List.of(TYPE, METHOD), List.of(TYPE, now)))
        .isEqualTo(new ApiChange(Set.of(METHOD), Set.of(now)));
  }

  @Test
  void whatIsNewBreaksNobody() {
    assertThat(ApiChange.between(List.of(), List.of(TYPE, METHOD)))
        .isEqualTo(new ApiChange(Set.of(), Set.of(TYPE, METHOD)));
  }

  @Test
  void whatAnInterfaceDemandsBesidesBreaksThoseWhoImplementIt() {
    assertThat(ApiChange.between(List.of(TYPE), List.of(TYPE, METHOD)))
        .isEqualTo(new ApiChange(Set.of(METHOD), Set.of()));
  }
}
