package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {

  @ParameterizedTest
  @CsvSource({
    "eu-west-1,eu-west-1a eu-west-1b eu-west-1c",
    "us-gov-west-1,us-gov-west-1a us-gov-west-1b us-gov-west-1c",
    "ap-northeast-1,ap-northeast-1a ap-northeast-1c ap-northeast-1d",
    "ca-central-1,ca-central-1a ca-central-1b ca-central-1d"
  })
  void areThreeOfTheRegion(String region, String zones) {
    assertThat(Zones.of(region)).isEqualTo(List.of(zones.split(" ")));
  }

  /** Which two an account has differs: the stack file must say. */
  @Test
  void areNoneWhereTheRegionHasTwo() {
    assertThat(Zones.of("us-west-1")).isEmpty();
  }
}
