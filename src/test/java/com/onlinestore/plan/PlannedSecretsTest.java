package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.kubernetes.core.v1.Secret;
import com.pulumi.kubernetes.core.v1.SecretArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannedSecretsTest {

  private static final Map<String, String> PASSWORD = Map.of("online-store:password", "hunter22");

  @Test
  void masksWhatTheProgramMarksAndEverythingMadeOfIt() {
    Plan plan =
        Plans.of(
            context -> {
              Output<String> password = Output.ofSecret("hunter22");
              new ToyObject("Pod", "pod", Map.of("password", password, "user", "admin"), options());
              context.export("url", Output.format("postgres://admin:%s@db", password));
            });

    assertThat(resource(plan, "pod").inputs().path("spec"))
        .hasToString("{\"password\":\"<secret>\",\"user\":\"admin\"}");
    assertThat(plan.outputs()).containsEntry("url", "<secret>");
  }

  @Test
  void masksAKubernetesSecretEntryByEntry() {
    Plan plan =
        Plans.of(
            context -> {
              ToyObject.secret(
                  "plain", Map.of("password", "aHVudGVyMjI="), Output.of(Map.of("user", "admin")));
              ToyObject.secret("marked", null, Output.ofSecret(Map.of("password", "hunter22")));
            });

    assertThat(resource(plan, "plain").inputs().path("data"))
        .hasToString("{\"password\":\"<secret>\"}");
    assertThat(resource(plan, "plain").inputs().path("stringData"))
        .hasToString("{\"user\":\"<secret>\"}");
    assertThat(resource(plan, "marked").inputs().path("stringData"))
        .hasToString("{\"password\":\"<secret>\"}");
  }

  @Test
  void masksWhatIsReadBackFromASecret() {
    Plan plan =
        Plans.of(
            context -> {
              var secret =
                  new Secret(
                      "database",
                      SecretArgs.builder().stringData(Map.of("password", "hunter22")).build());
              context.export(
                  "password", secret.stringData().applyValue(data -> data.get("password")));
            });

    assertThat(plan.outputs()).containsEntry("password", "<secret>");
  }

  @Test
  void masksTheContentOfAKubeconfig() {
    Plan plan =
        Plans.of(
            context ->
                new Provider(
                    "cluster",
                    ProviderArgs.builder()
                        .kubeconfig("apiVersion: v1\nusers: [{user: {token: hunter22}}]")
                        .build()));

    assertThat(resource(plan, "cluster").inputs().path("kubeconfig").asText())
        .isEqualTo("<secret>");
  }

  @Test
  void masksSecretSettingsEvenWhereTheProgramReadsThemAsPlainText() {
    Plan plan =
        Planner.plan(
            "online-store",
            "dev",
            PASSWORD,
            Set.of("online-store:password"),
            context -> {
              String url = "postgres://admin:" + context.config().require("password") + "@db";
              new ToyObject("Pod", "pod", Map.of("url", url), options());
              context.export("url", Output.of(url));
              context.log().warn("Connecting to " + url);
            });

    assertThat(resource(plan, "pod").inputs().path("spec"))
        .hasToString("{\"url\":\"postgres://admin:<secret>@db\"}");
    assertThat(plan.outputs()).containsEntry("url", "postgres://admin:<secret>@db");
    assertThat(plan.warnings()).containsExactly("Connecting to postgres://admin:<secret>@db");
  }

  @Test
  void masksSecretsInFailures() {
    assertThatThrownBy(
            () ->
                Planner.plan(
                    "online-store",
                    "dev",
                    PASSWORD,
                    Set.of("online-store:password"),
                    context -> {
                      throw new IllegalStateException(
                          "Cannot log in.", new IllegalArgumentException("hunter22 is too short"));
                    }))
        .isInstanceOf(PlanFailedException.class)
        .hasMessage("Cannot log in.")
        .hasNoCause();
  }

  @Test
  void masksMarkedSecretsInLoggedErrors() {
    assertThatThrownBy(
            () ->
                Plans.of(
                    context -> {
                      new ToyObject(
                          "Pod", "pod", Map.of("key", Output.ofSecret("hunter22")), options());
                      context.log().error("The key hunter22 is too short.");
                    }))
        .isInstanceOf(PlanFailedException.class)
        .hasMessage("The key <secret> is too short.");
  }

  private static CustomResourceOptions options() {
    return CustomResourceOptions.Empty;
  }
}
