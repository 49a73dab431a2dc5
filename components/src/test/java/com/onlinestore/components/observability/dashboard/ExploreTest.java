package com.onlinestore.components.observability.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExploreTest {

  @Test
  void tracesAreLookedForByServiceAndTheTimeThatIsShown() {
    assertThat(Explore.traces("orders"))
        .isEqualTo(
            new Link(
                "Traces",
                "/explore?schemaVersion=1&orgId=1&panes=%7B%22a%22:%7B%22datasource%22:%22jaeger%22,"
                    + "%22queries%22:[%7B%22datasource%22:%7B%22type%22:%22jaeger%22,%22uid%22:%22jaeger%22%7D,"
                    + "%22limit%22:50,%22queryType%22:%22search%22,%22refId%22:%22A%22,"
                    + "%22service%22:%22orders%22%7D],"
                    + "%22range%22:%7B%22from%22:%22${__from}%22,%22to%22:%22${__to}%22%7D%7D%7D"));
  }

  @Test
  void failedTracesAreThoseWithAnError() {
    assertThat(Explore.failedTraces("orders").url()).contains("%22tags%22:%22error%3Dtrue%22");
  }

  @Test
  void logsAreThoseOfTheProgramAndNotOfItsProxy() {
    assertThat(Explore.logs("store", "orders").url())
        .contains(
            "%22expr%22:%22%7Bnamespace%3D%5C%22store%5C%22,container%3D%5C%22orders%5C%22%7D%22");
  }

  @Test
  void theServiceOfThePointIsFilledInByGrafana() {
    assertThat(Explore.traces("${__field.labels.app}").url())
        .contains("%22service%22:%22${__field.labels.app}%22");
  }
}
