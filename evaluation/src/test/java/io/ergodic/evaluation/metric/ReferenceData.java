package io.ergodic.evaluation.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.evaluation.operator.FunctionPairs;
import io.ergodic.evaluation.testing.Datasets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The data and models of metric_references.py, made by the same rules. */
final class ReferenceData {
  private static final int OVERLAP = 5;

  private ReferenceData() {}

  /** Value and tolerance of each metric by name. */
  static JsonNode references() {
    try (InputStream in = ReferenceData.class.getResourceAsStream("/references/metrics.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Orbits of Henon's map. */
  static SeriesDataset orbits() {
    Map<String, Double> properties = Map.of("lyapunov", 1.7, "kaplan_yorke", 1.2);
    double[] first = orbit(0.1, 0.1, 405);
    return Datasets.series(0.25, OVERLAP, 2, properties, first, first, orbit(0.2, -0.1, 305));
  }

  private static double[] orbit(double x, double y, int rows) {
    Henon map = new Henon(1.4);
    double[] state = {x, y};
    double[] row = new double[2];
    double[] values = new double[2 * rows];
    for (int t = 0; t < rows; t++) {
      map.observe(state, row);
      System.arraycopy(row, 0, values, 2 * t, 2);
      map.step(state, state);
    }
    return values;
  }

  /** Henon's map, observed on a scale of its own. */
  record Henon(double a) implements Dynamics {
    @Override
    public int stateDimension() {
      return 2;
    }

    @Override
    public int observedDimension() {
      return 2;
    }

    @Override
    public void initialise(double[] context, int rows, double[] state) {
      state[0] = (context[2 * rows - 2] - 0.5) / 6;
      state[1] = (context[2 * rows - 1] - 0.5) / 6;
    }

    @Override
    public void step(double[] state, double[] next) {
      double x = state[0];
      next[0] = 1 - a * x * x + state[1];
      next[1] = 0.3 * x;
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      jacobian[0] = -2 * a * state[0];
      jacobian[1] = 1;
      jacobian[2] = 0.3;
      jacobian[3] = 0;
    }

    @Override
    public void observe(double[] state, double[] observation) {
      observation[0] = 6 * state[0] + 0.5;
      observation[1] = 6 * state[1] + 0.5;
    }
  }

  /** Two variables with a season of three rows. */
  static SeriesDataset waves() {
    Map<String, Double> properties = Map.of("seasonality", 3.0);
    return Datasets.series(1, OVERLAP, 2, properties, wave(60, 0), wave(45, 1), wave(30, 2));
  }

  private static double[] wave(int rows, double phase) {
    double[] values = new double[2 * rows];
    for (int t = 0; t < rows; t++) {
      values[2 * t] = Math.sin(0.4 * t + phase) + 0.1 * t % 1;
      values[2 * t + 1] = 3 * Math.cos(0.25 * t) - 0.5 * Math.sin(t + phase);
    }
    return values;
  }

  /** Goes straight on from the last two rows, half as fast. */
  record HalfAsFast(int lookback, int horizon, int variables) implements Forecaster {
    @Override
    public void forecast(float[] context, int count, float[] forecast) {
      for (int w = 0; w < count; w++) {
        for (int v = 0; v < variables; v++) {
          int last = ((w + 1) * lookback - 1) * variables + v;
          double rise = context[last] - (double) context[last - variables];
          for (int k = 0; k < horizon; k++) {
            forecast[(w * horizon + k) * variables + v] =
                (float) (context[last] + 0.5 * (k + 1) * rise);
          }
        }
      }
    }
  }

  /** 500 examples of three classes, whose pixel tells nothing. */
  static ImageDataset labels() {
    int[] labels = new int[500];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i * 7 / 3 % 3;
    }
    return Datasets.images(3, new byte[500], labels);
  }

  /** Answers by the number of the example. */
  static final class ByNumber implements Classifier {
    private int next;

    @Override
    public int classes() {
      return 3;
    }

    @Override
    public void classify(float[] inputs, int count, float[] probabilities) {
      for (int k = 0; k < count; k++, next++) {
        double[] odds = {
          Math.exp(2 * Math.sin(0.7 * next)),
          Math.exp(1.5 * Math.cos(1.1 * next)),
          Math.exp(Math.sin(0.3 * next + 1))
        };
        for (int c = 0; c < 3; c++) {
          probabilities[3 * k + c] = (float) (odds[c] / (odds[0] + odds[1] + odds[2]));
        }
      }
    }
  }

  /** Four functions of two channels at nine points that are not equally far apart. */
  static FunctionPairs functions() {
    float[] grid = new float[9];
    for (int k = 0; k < grid.length; k++) {
      grid[k] = (float) Math.pow(k / 9.0, 1.5);
    }
    float[] truth = new float[4 * 9 * 2];
    float[] guess = new float[truth.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = (float) Math.sin(0.6 * i);
      guess[i] = truth[i] + (float) (0.2 * Math.cos(1.7 * i));
    }
    return new FunctionPairs(truth, truth, guess, 2, grid, 4);
  }
}
