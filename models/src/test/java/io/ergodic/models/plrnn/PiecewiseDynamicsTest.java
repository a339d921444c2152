package io.ergodic.models.plrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.PiecewiseLinear;
import io.ergodic.datasets.settings.Settings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The affine map of a state's region is the map itself there, of every architecture. */
class PiecewiseDynamicsTest {
  static Architecture[] architectures() {
    return new Architecture[] {
      new ShallowArchitecture(4, 40),
      new AlmostLinearArchitecture(6, 3),
      new AlmostLinearArchitecture(3, 0),
      new VanillaArchitecture(5, false),
      new VanillaArchitecture(5, true),
      new DendriticArchitecture(4, 7, false),
      new DendriticArchitecture(4, 7, true)
    };
  }

  private static PiecewiseLinear trained(Architecture architecture, long seed) {
    PlrnnSettings settings =
        PlrnnSettings.read(
            Settings.parse("sequenceLength = 3", "model"),
            new PlrnnSettings.Defaults(
                1,
                new Forcing.Constant(0),
                TrainingNoise.NONE,
                "name = sgd, momentum = 0, learningRate = 1"));
    PlrnnLearner learner =
        new PlrnnLearner(
            architecture, new IdentityModel(architecture.states(), 2, 0), settings, seed);
    float[] weights = new float[learner.parameterCount()];
    Random random = new Random(seed);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    learner.writeParameters(weights);
    return (PiecewiseLinear) learner.trained();
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void theAffineMapOfARegionIsTheMapInIt(Architecture architecture) {
    PiecewiseLinear map = trained(architecture, 4);
    int states = architecture.states();
    Random random = new Random(2);
    double[] state = new double[states];
    double[] next = new double[states];
    double[] jacobian = new double[states * states];
    double[] matrix = new double[states * states];
    double[] offset = new double[states];
    long[] pattern = new long[map.patternLength()];
    Set<String> seen = new HashSet<>();
    for (int n = 0; n < 50; n++) {
      for (int m = 0; m < states; m++) {
        state[m] = 2 * random.nextGaussian();
      }
      map.region(state, pattern);
      map.affine(pattern, matrix, offset);
      map.step(state, next);
      map.jacobian(state, jacobian);
      assertThat(matrix).usingComparatorWithPrecision(1e-9).containsExactly(jacobian);
      for (int m = 0; m < states; m++) {
        double image = offset[m];
        for (int k = 0; k < states; k++) {
          image += matrix[m * states + k] * state[k];
        }
        assertThat(image).isCloseTo(next[m], within(1e-9));
      }
      seen.add(Arrays.toString(pattern));
    }
    assertThat(seen).hasSizeGreaterThan(map.gates() == 0 ? 0 : 3);
  }

  /** Two gates a hidden unit of a clipped network; as many as rectified units of an AL-RNN. */
  @Test
  void gatesAreCounted() {
    assertThat(trained(new ShallowArchitecture(4, 40), 1).gates()).isEqualTo(80);
    assertThat(trained(new ShallowArchitecture(4, 40), 1).patternLength()).isEqualTo(2);
    assertThat(trained(new AlmostLinearArchitecture(6, 3), 1).gates()).isEqualTo(3);
    assertThat(trained(new VanillaArchitecture(5, true), 1).gates()).isEqualTo(5);
    assertThat(trained(new DendriticArchitecture(4, 7, false), 1).gates()).isEqualTo(28);
    assertThat(trained(new DendriticArchitecture(4, 7, true), 1).gates()).isEqualTo(32);
  }

  /** Watched by a protocol they still are what they were. */
  @Test
  void aWatchedMapKeepsItsRegions() {
    int[] checks = new int[1];
    PiecewiseLinear map = trained(new AlmostLinearArchitecture(4, 2), 3);
    PiecewiseLinear watched = map.watched(() -> checks[0]++);
    long[] pattern = new long[1];
    watched.region(new double[] {0, 0, -1, 1}, pattern);
    assertThat(pattern[0]).isEqualTo(2);
    watched.affine(pattern, new double[16], new double[4]);
    assertThat(checks[0]).isOne();
  }
}
