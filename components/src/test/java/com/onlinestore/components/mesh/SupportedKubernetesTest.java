package com.onlinestore.components.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.helm.Chart;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportedKubernetesTest {

  @Test
  void thePinnedIstioIsTheNewestThatIsKnownAndTheOtherTheOneBefore() {
    assertThat(SupportedKubernetes.minorOf(Chart.ISTIOD.version())).isEqualTo("1.30");
    assertThat(SupportedKubernetes.minorsOfIstio()).containsExactly("1.29", "1.30");
  }

  @Test
  void bothEndsAreIncluded() {
    SupportedKubernetes pinned = SupportedKubernetes.ofPinnedIstio();

    assertThat(pinned).isEqualTo(new SupportedKubernetes("1.32", "1.36"));
    assertThat(List.of("1.32", "1.34", "1.36")).allMatch(pinned::includes);
    assertThat(List.of("1.9", "1.31", "1.37")).noneMatch(pinned::includes);
  }

  @Test
  void isKnownByMinorVersionWhateverThePatch() {
    assertThat(SupportedKubernetes.of("1.29.11")).contains(new SupportedKubernetes("1.31", "1.35"));
    assertThat(SupportedKubernetes.of("1.3.1")).isEmpty();
  }
}
