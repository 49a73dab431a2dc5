package com.onlinestore.components.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.mesh.ExternalAuthorizer;
import org.junit.jupiter.api.Test;

class LoginSettingsTest {

  /** A mesh may serve several stores. */
  @Test
  void theMeshKnowsTheServiceByANameOfItsStore() {
    assertThat(new LoginSettings("login", null).authorizer("shop", 4180))
        .isEqualTo(new ExternalAuthorizer("shop-login", "login.shop.svc.cluster.local", 4180));
    assertThat(new LoginSettings("login", "corporate").providerOf("shop")).isEqualTo("corporate");
  }
}
