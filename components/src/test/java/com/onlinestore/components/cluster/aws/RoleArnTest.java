package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleArnTest {

  private static final RoleArn OURS = new RoleArn("aws", "111122223333");

  @Test
  void saysTheAccountAndThePartition() {
    assertThat(RoleArn.of("arn:aws:iam::111122223333:role/team/ops")).isEqualTo(OURS);
    assertThat(RoleArn.of("arn:aws-us-gov:iam::111122223333:role/ops"))
        .isEqualTo(new RoleArn("aws-us-gov", "111122223333"));
  }

  @Test
  void amazonsOwnPoliciesAreInTheSamePartition() {
    RoleArn government = new RoleArn("aws-us-gov", "111122223333");

    assertThat(government.managedPolicy("AmazonEKSClusterPolicy"))
        .isEqualTo("arn:aws-us-gov:iam::aws:policy/AmazonEKSClusterPolicy");
    assertThat(government.accessPolicy("AmazonEKSClusterAdminPolicy"))
        .isEqualTo("arn:aws-us-gov:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:role/ops,ops",
    "arn:aws:iam::111122223333:role/team/ops,team/ops",
    "arn:aws:iam::444455556666:role/ops,444455556666/ops"
  })
  void aRoleIsCalledByWhatTellsItApart(String arn, String name) {
    assertThat(OURS.nameOf(arn)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::11112222333:role/ops",
        "arn:aws:iam::111122223333:user/ops",
        "arn:aws:sts::111122223333:assumed-role/ops/me",
        "arn:aws:iam::111122223333:role/",
        "arn:aws:iam::111122223333:role/*",
        "ops"
      })
  void takesNoUserNoSessionAndNoWildcard(String arn) {
    assertThat(arn).doesNotMatch(RoleArn.PATTERN);
    assertThat("arn:aws:iam::111122223333:role/ops").matches(RoleArn.PATTERN);
  }
}
