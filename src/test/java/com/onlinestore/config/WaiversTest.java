package com.onlinestore.config;

import static com.onlinestore.config.StackFiles.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.policy.PolicySettings;
import com.onlinestore.policy.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaiversTest {

  private static final Waiver WAIVER =
      new Waiver(
          "exposure/plain-http",
          "Gateway store-gateway/*",
          "made-up data only",
          "store-team",
          LocalDate.of(2027, 3, 31));

  @Test
  void thereAreNoneByDefault() {
    assertThat(StackFiles.read("{}", NOWHERE).policies()).isEqualTo(PolicySettings.defaults());
    assertThat(StackFile.settings(Map.of()).policies().waivers()).isEmpty();
  }

  @Test
  void aWaiverSaysWhatWhyWhoAndUntilWhen() {
    assertThat(
            StackFiles.read(
                    """
                    policies:
                      waivers:
                        - rule: exposure/plain-http
                          resource: Gateway store-gateway/*
                          reason: made-up data only
                          owner: store-team
                          until: 2027-03-31
                    """,
                    NOWHERE)
                .policies())
        .isEqualTo(new PolicySettings(List.of(WAIVER)));
    assertThat(
            StackFile.settings(
                    Map.of(
                        "online-store:store",
                        """
                    {"policies": {"waivers": [{"rule": "exposure/plain-http",
                      "resource": "Gateway store-gateway/*", "reason": "made-up data only",
                      "owner": "store-team", "until": "2027-03-31 00:00:00 +0000 UTC"}]}}
                    """))
                .policies()
                .waivers())
        .containsExactly(WAIVER);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                StackFiles.read(
                    """
                    policies:
                      waivers:
                        - {rule: plain-http, resource: store-gateway, reason: later, owner: the team, until: soon}
                        - {rule: images/tag, resource: Deployment store/*, reason: made-up data only, owner: a}
                    """,
                    NOWHERE))
        .hasMessage(
            """
            The stack file has 6 problems:
              online-store:store policies.waivers[0].owner: "the team" must be a team or a person without spaces, such as store-team.
              online-store:store policies.waivers[0].reason: "later" must be a reason in a few words (12 to 200 characters on one line).
              online-store:store policies.waivers[0].resource: "store-gateway" must be a kind and a name, such as Deployment store/orders-v1 or Deployment store/*.
              online-store:store policies.waivers[0].rule: "plain-http" must be the id of a rule, such as exposure/plain-http.
              online-store:store policies.waivers[0].until: "soon" must be a day, such as 2027-03-31.
              online-store:store policies.waivers[1].until: is required. Last day on which it holds, such as 2027-03-31. After it the waiver fails.""");
  }

  @Test
  void aDayThatNoCalendarHasIsTold() {
    assertThatThrownBy(
            () ->
                StackFiles.read(
                    """
                    policies:
                      waivers:
                        - {rule: images/tag, resource: Deployment *, reason: made-up data only, owner: a, until: 2027-02-30}
                    """,
                    NOWHERE))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store policies.waivers[0].until: "2027-02-30" is no day, such as 2027-03-31.""");
  }
}
