package io.ergodic.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.models.learner.Solver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccumulationTest {
  private static final int LEAF = 1 << 15;

  /** Examples without anything in them. */
  private record Blank(long count) implements Examples {
    @Override
    public Batch allocate(int capacity) {
      return Batch.of(capacity);
    }

    @Override
    public void fill(Batch batch, int slot, long example) {}
  }

  /** Remembers how it was put together. */
  private static final class Brackets implements Solver {
    private String text = "";
    private double size;

    @Override
    public void accumulate(Batch batch) {
      text += batch.examples()[0] / LEAF;
      size += batch.count();
    }

    @Override
    public void merge(Solver other) {
      text = "(" + text + " " + ((Brackets) other).text + ")";
      size += other.statistics()[0];
    }

    @Override
    public double[] statistics() {
      return new double[] {size};
    }

    @Override
    public void restore(double[] statistics) {
      size = statistics[0];
    }

    @Override
    public double[] solve() {
      return statistics();
    }

    @Override
    public int parameterCount() {
      return 1;
    }
  }

  private static Trainable.Solved pass(long examples) {
    return new Trainable.Solved(
        Brackets::new, new Sequential(new Blank(examples), LEAF), solution -> null);
  }

  private static Brackets whole(Trainable.Solved solved) {
    long leaves = Accumulation.leaves(solved.batches());
    return (Brackets) Accumulation.of(solved, 0, leaves, () -> {}).total(solved.solvers());
  }

  @Test
  void leavesAreMergedByTwos() {
    Brackets all = whole(pass(6L * LEAF + 5));
    assertThat(all.text).isEqualTo("(((0 1) (2 3)) ((4 5) 6))");
    assertThat(all.size).isEqualTo(6 * LEAF + 5);
    assertThat(whole(pass(0)).text).isEmpty();
    assertThat(Accumulation.leaves(new Sequential(new Blank(LEAF + 1), 256))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 1", "7, 2", "7, 4", "7, 8", "8, 4", "11, 4", "1, 4"})
  void partsOfAPowerOfTwoLeavesGiveTheSameTree(long leaves, long part) {
    Trainable.Solved solved = pass(leaves * LEAF - 3);
    Accumulation put = new Accumulation();
    List<Accumulation.Node> sent = new ArrayList<>();
    for (long from = 0; from < leaves; from += part) {
      long to = Math.min(leaves, from + part);
      sent.addAll(Accumulation.of(solved, from, to, () -> {}).nodes());
    }
    sent.forEach(put::add);
    Brackets total = (Brackets) put.total(solved.solvers());
    assertThat(total.text).isEqualTo(whole(solved).text);
    assertThat(total.size).isEqualTo(leaves * LEAF - 3);
  }
}
