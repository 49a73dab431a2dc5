package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.core.Output;
import com.pulumi.gcp.serviceaccount.Account;
import com.pulumi.gcp.serviceaccount.AccountArgs;
import com.pulumi.gcp.serviceaccount.IAMMember;
import com.pulumi.gcp.serviceaccount.IAMMemberArgs;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.kubernetes.core.v1.Namespace;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandInTest {

  @Test
  void aPolicyMadeFromArnsIsReadable() {
    Plan plan =
        Plans.of(
            context -> {
              var key = new Key("shop-key");
              var role = role("shop-orders");
              new RolePolicy(
                  "shop-orders-decrypt",
                  RolePolicyArgs.builder()
                      .role(role.name())
                      .policy(
                          key.arn()
                              .applyValue(
                                  "{\"Action\": \"kms:Decrypt\", \"Resource\": \"%s\"}"::formatted))
                      .build());
            });

    assertThat(resource(plan, "shop-orders-decrypt").inputs())
        .hasToString(
            "{\"policy\":\"{\\\"Action\\\": \\\"kms:Decrypt\\\","
                + " \\\"Resource\\\": \\\"<shop-key.arn>\\\"}\","
                + "\"role\":\"<shop-orders.name>\"}");
    assertThat(resource(plan, "shop-key").inputs()).hasToString("{}");
    assertThat(resource(plan, "shop-orders-decrypt").dependencies())
        .containsExactly(resource(plan, "shop-orders").urn(), resource(plan, "shop-key").urn());
  }

  @Test
  void whatTheProgramSaysItselfStands() {
    Plan plan =
        Plans.of(
            context -> {
              var role =
                  new Role(
                      "orders",
                      RoleArgs.builder().name("shop-orders").assumeRolePolicy("{}").build());
              context.export("name", role.name());
              context.export("arn", role.arn());
              context.export("id", role.id());
              context.export("unique", role.uniqueId());
            });

    assertThat(plan.outputs())
        .isEqualTo(
            Map.of(
                "name", "shop-orders",
                "arn", "<orders.arn>",
                "id", "<orders.id>",
                "unique", "<computed>"));
  }

  @Test
  void aGoogleServiceAccountIsAMember() {
    Plan plan =
        Plans.of(
            context -> {
              var account =
                  new Account("orders", AccountArgs.builder().accountId("orders").build());
              new IAMMember(
                  "orders-itself",
                  IAMMemberArgs.builder()
                      .serviceAccountId(account.name())
                      .role("roles/iam.workloadIdentityUser")
                      .member(account.member())
                      .build());
              context.export("email", Output.format("serviceAccount:%s", account.email()));
            });

    assertThat(resource(plan, "orders-itself").inputs())
        .hasToString(
            "{\"member\":\"<orders.member>\",\"role\":\"roles/iam.workloadIdentityUser\","
                + "\"serviceAccountId\":\"<orders.name>\"}");
    assertThat(plan.outputs()).containsEntry("email", "serviceAccount:<orders.email>");
  }

  @Test
  void kubernetesObjectsAndProvidersHaveNone() {
    Plan plan =
        Plans.of(
            context -> {
              var provider = new Provider("cluster", ProviderArgs.builder().build());
              context.export("namespace", new Namespace("shop").id());
              context.export("provider", provider.id());
              context.export("component", Output.of(new ToyComponent("shop").pulumiResourceName()));
            });

    assertThat(plan.outputs())
        .isEqualTo(
            Map.of("namespace", "<computed>", "provider", "<computed>", "component", "shop"));
  }

  @Test
  void aSecretSettingInANameIsMasked() {
    Plan plan =
        Planner.plan(
            "online-store",
            "dev",
            Map.of("online-store:password", "hunter22"),
            Set.of("online-store:password"),
            context ->
                context.export("arn", role(context.config().require("password") + "-role").arn()));

    assertThat(plan.outputs()).containsEntry("arn", "<<secret>-role.arn>");
  }

  private static Role role(String name) {
    return new Role(name, RoleArgs.builder().assumeRolePolicy("{}").build());
  }
}
