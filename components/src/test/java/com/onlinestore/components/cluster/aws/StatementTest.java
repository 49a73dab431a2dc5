package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementTest {

  @Test
  void conditionsOfOneOperatorStandTogether() {
    assertThat(
            Statement.document(
                Statement.allow("Some", "ec2:CreateTags")
                    .on("a", "b")
                    .when("StringEquals", "z", "1")
                    .when("ArnLike", "m", "2")
                    .when("StringEquals", "a", "3")))
        .isEqualTo(
            "{\"Statement\":[{\"Action\":[\"ec2:CreateTags\"],"
                + "\"Condition\":{\"ArnLike\":{\"m\":\"2\"},"
                + "\"StringEquals\":{\"a\":\"3\",\"z\":\"1\"}},"
                + "\"Effect\":\"Allow\",\"Resource\":[\"a\",\"b\"],\"Sid\":\"Some\"}],"
                + "\"Version\":\"2012-10-17\"}");
  }

  @Test
  void whatIsForbiddenIsForbiddenToEverybody() {
    assertThat(Statement.document(Statement.deny("No", "s3:*").on("a").when("Bool", "b", "false")))
        .isEqualTo(
            "{\"Statement\":[{\"Action\":[\"s3:*\"],\"Condition\":{\"Bool\":{\"b\":\"false\"}},"
                + "\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"*\"},\"Resource\":[\"a\"],"
                + "\"Sid\":\"No\"}],\"Version\":\"2012-10-17\"}");
  }

  @Test
  void aStatementIsNeverChanged() {
    Statement plain = Statement.trust("Pods", "pods.eks.amazonaws.com", "sts:AssumeRole");
    Statement bound = plain.when("StringEquals", "a", "b");
    Statement twice = bound.when("StringEquals", "c", "d");

    assertThat(plain.conditions()).isEmpty();
    assertThat(bound.conditions().get("StringEquals")).hasSize(1);
    assertThat(twice.conditions().get("StringEquals")).hasSize(2);
  }
}
