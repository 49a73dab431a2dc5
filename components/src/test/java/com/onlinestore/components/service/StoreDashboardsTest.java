package com.onlinestore.components.service;

import static com.onlinestore.components.Recording.TOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreDashboardsTest {

  @Test
  void aServiceAddedToTheStoreHasAPageAndAPlaceInTheOverview() {
    Recording one = pages(Map.of("orders", Stores.service().build()));
    Recording two =
        pages(Map.of("orders", Stores.service().build(), "carts", Stores.service().build()));

    assertThat(one.childrenOf("pages"))
        .containsExactlyInAnyOrder(
            "kubernetes:core/v1:ConfigMap pages-overview",
            "kubernetes:core/v1:ConfigMap pages-of-orders");
    assertThat(two.childrenOf("pages")).contains("kubernetes:core/v1:ConfigMap pages-of-carts");
    assertThat(two.get("pages-overview").inputs().toString())
        .contains("/d/service-store_carts", "\"query\":\"carts,orders\"");
    assertThat(two.get("pages-of-orders").inputs()).isEqualTo(one.get("pages-of-orders").inputs());
  }

  @Test
  void noPageIsCalledLikeAServicesOwnFiles() {
    assertThat(
            pages(Map.of("orders", Stores.service().build()))
                .get("pages-of-orders")
                .inputs()
                .toString())
        .contains("name=orders.dashboard", "namespace=store", "grafana_folder=store");
  }

  @Test
  void everyVersionCanBeChosen() {
    ServiceSettings versions =
        Stores.service()
            .versions(
                Map.of(
                    "v1", VersionSettingsBuilder.builder().weight(80).build(),
                    "v2", VersionSettingsBuilder.builder().weight(20).build()))
            .build();

    assertThat(pages(Map.of("orders", versions)).get("pages-of-orders").inputs().toString())
        .contains("\"query\":\"v1,v2\"");
  }

  private static Recording pages(Map<String, ServiceSettings> services) {
    Store store = Stores.of(services);
    return Recording.of(
        () ->
            new StoreDashboards(
                "pages", store, new StoreNamespace("shop", store, 5, TOP).prepared(), TOP));
  }
}
