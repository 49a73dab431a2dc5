package com.onlinestore.components.observability.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.observability.DataSources;
import org.junit.jupiter.api.Test;

class ExploreTest {

  private static final Explore EVERYWHERE = new Explore(new DataSources(true, true));
  private static final Explore NOWHERE = new Explore(DataSources.NONE);

  @Test
  void tracesAreLookedForByServiceAndTheTimeThatIsShown() {
    assertThat(EVERYWHERE.traces("orders"))
        .containsExactly(
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
    assertThat(EVERYWHERE.failedTraces("orders").get(0).url())
        .contains("%22tags%22:%22error%3Dtrue%22");
  }

  @Test
  void logsAreThoseOfTheProgramAndNotOfItsProxy() {
    assertThat(EVERYWHERE.logs("store", "orders").get(0).url())
        .contains(
            "%22expr%22:%22%7Bnamespace%3D%5C%22store%5C%22,container%3D%5C%22orders%5C%22%7D%22");
  }

  @Test
  void theServiceOfThePointIsFilledInByGrafana() {
    assertThat(EVERYWHERE.traces("${__field.labels.app}").get(0).url())
        .contains("%22service%22:%22${__field.labels.app}%22");
  }

  @Test
  void failuresLeadToTracesThatFailedAndToWhatWasWrittenThen() {
    assertThat(EVERYWHERE.failures("store", "orders"))
        .extracting(Link::title)
        .containsExactly("Failed traces", "Logs");
  }

  @Test
  void nothingLeadsWhereNothingIs() {
    assertThat(NOWHERE.traces("orders")).isEmpty();
    assertThat(NOWHERE.failures("store", "orders")).isEmpty();
    assertThat(new Explore(new DataSources(true, false)).failures("store", "orders"))
        .extracting(Link::title)
        .containsExactly("Failed traces");
  }
}
