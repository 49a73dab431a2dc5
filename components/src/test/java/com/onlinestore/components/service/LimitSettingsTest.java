package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import io.fabric8.kubernetes.api.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitSettingsTest {

  private static final RateSettings RATE = new RateSettings(100, null, null);

  @Test
  void areReadFromAStackFile() {
    LimitSettings read = Yaml.read(LimitSettings.class, "{rate: {requests: 100}, body: 1Mi}");

    assertThat(read).isEqualTo(new LimitSettings(RATE, new Quantity("1Mi")));
    assertThat(read.problems(PortProtocol.HTTP)).isEmpty();
  }

  @Test
  void aBodyOfNothingIsRefused() {
    assertThat(Yaml.refusal(LimitSettings.class, "body: 0"))
        .isEqualTo("body (0) must be greater than 0.");
  }

  @Test
  void limitingNothingIsAProblem() {
    assertThat(new LimitSettings(null, null).problems(PortProtocol.HTTP))
        .containsExactly(new Problem("", "limits nothing: name rate or body, or remove it."));
  }

  @Test
  void bytesHaveNoRequestsToLimitAndGrpcNoBodies() {
    assertThat(new LimitSettings(RATE, null).problems(PortProtocol.TCP))
        .containsExactly(
            new Problem(
                "", "has no effect: the main port speaks tcp, which has no requests; remove it."));
    assertThat(new LimitSettings(RATE, null).problems(PortProtocol.GRPC)).isEmpty();
    assertThat(new LimitSettings(RATE, new Quantity("1Mi")).problems(PortProtocol.GRPC))
        .containsExactly(
            new Problem(
                "body",
                "1Mi would hold the streams of gRPC for ever; limit messages in the service"
                    + " itself."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"33Mi", "1Gi", "500m"})
  void aBodyThatAProxyCannotHoldIsAProblem(String body) {
    assertThat(new LimitSettings(null, new Quantity(body)).problems(PortProtocol.HTTP))
        .containsExactly(
            new Problem(
                "body",
                body
                    + " must be from 1 byte to 32Mi, because the proxy holds each request in"
                    + " memory; send larger ones to a bucket of the cloud."));
  }

  @Test
  void problemsOfTheRateAreTold() {
    assertThat(new LimitSettings(new RateSettings(10, null, 5), null).problems(PortProtocol.HTTP))
        .containsExactly(
            new Problem(
                "rate.burst", "5 must not be less than requests (10), which may come at once."));
  }
}
