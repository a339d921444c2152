package io.ergodic.datasets.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static Moments of(double[] values, int from, int to) {
    Moments moments = new Moments(2);
    for (int i = from; i < to; i++) {
      moments.add(values, 2 * i);
    }
    return moments;
  }

  @Test
  void knownValues() {
    Scaler scaler = of(new double[] {1, 5, 2, 5, 3, 5, 4, 5}, 0, 4).scaler();
    assertThat(scaler.mean()).containsExactly(2.5, 5);
    assertThat(scaler.deviation()[0]).isCloseTo(Math.sqrt(1.25), within(1e-15));
    assertThat(scaler.deviation()[1]).isEqualTo(1);
    double[] values = {2.5, 6, 1, 5};
    scaler.apply(values);
    assertThat(values[0]).isZero();
    assertThat(values[1]).isEqualTo(1);
    assertThat(values[2]).isCloseTo(-1.5 / Math.sqrt(1.25), within(1e-15));
  }

  @Test
  void mergingAgreesWithOnePassFarFromZero() {
    Random random = new Random(3);
    double[] values = random.doubles(20_000, 1e8, 1e8 + 1).toArray();
    Scaler whole = of(values, 0, 10_000).scaler();
    Moments merged = new Moments(2);
    for (int part = 0; part < 7; part++) {
      merged.merge(of(values, 10_000 * part / 7, 10_000 * (part + 1) / 7));
    }
    assertThat(merged.count()).isEqualTo(10_000);
    for (int c = 0; c < 2; c++) {
      assertThat(merged.scaler().mean()[c]).isCloseTo(whole.mean()[c], within(1e-6));
      assertThat(merged.scaler().deviation()[c]).isCloseTo(whole.deviation()[c], within(1e-8));
      assertThat(whole.deviation()[c]).isCloseTo(Math.sqrt(1 / 12.0), within(5e-3));
    }
  }

  @Test
  void emptyPartsChangeNoBit() {
    double[] values = new Random(5).doubles(98).toArray();
    Moments part = of(values, 0, 49);
    Moments merged = new Moments(2);
    merged.merge(new Moments(2));
    merged.merge(part);
    merged.merge(new Moments(2));
    assertThat(merged.scaler().mean()).containsExactly(part.scaler().mean());
    assertThat(merged.scaler().deviation()).containsExactly(part.scaler().deviation());
    part.add(values, 0);
    assertThat(merged.count()).isEqualTo(49);
  }

  @Test
  void bytesAreUnsigned() {
    Moments moments = new Moments(1);
    moments.add(new byte[] {(byte) 255}, 0, 1 / 255.0);
    moments.add(new byte[] {9, 0}, 1, 1 / 255.0);
    assertThat(moments.scaler().mean()[0]).isEqualTo(0.5);
    assertThat(moments.scaler().deviation()[0]).isEqualTo(0.5);
    assertThat(new Moments(1).scaler().deviation()).containsExactly(1);
  }
}
