package io.ergodic.models.training;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.models.learner.Solver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * The statistics of a pass over examples, in an order that does not depend on who takes which part:
 * leaves of some 2^15 examples (fewer where each is much work), each accumulated by itself, merged
 * by twos, then these by twos, and so on. Whoever takes a whole subtree gives its one node the same
 * bits as anybody else.
 */
public final class Accumulation {
  private static final int LEAF = 1 << 15;

  private final Deque<Node> nodes = new ArrayDeque<>();

  /** The statistics of 2^level leaves. */
  public record Node(int level, Solver statistics) {}

  /** Number of leaves of a pass. */
  public static long leaves(Sequential batches) {
    long each = batchesALeaf(batches);
    return (batches.batches() + each - 1) / each;
  }

  private static long batchesALeaf(Sequential batches) {
    long work = Math.max(1, (long) batches.batchSize() * batches.weight());
    return Math.max(1, LEAF / work);
  }

  /**
   * The leaves from one up to another, without that.
   *
   * @param work is called before every batch, to be stopped by an exception
   */
  public static Accumulation of(Trainable.Solved solved, long from, long to, Runnable work) {
    Accumulation accumulation = new Accumulation();
    long each = batchesALeaf(solved.batches());
    for (long leaf = from; leaf < to; leaf++) {
      Solver solver = solved.solvers().get();
      long end = Math.min(solved.batches().batches(), (leaf + 1) * each);
      for (Batch batch : solved.batches().part(leaf * each, end)) {
        work.run();
        solver.accumulate(batch);
      }
      accumulation.add(new Node(0, solver));
    }
    return accumulation;
  }

  /** Adds what follows what is there; two of a level become one of the next. */
  public void add(Node next) {
    Node node = next;
    while (!nodes.isEmpty() && nodes.getLast().level() == node.level()) {
      Solver before = nodes.removeLast().statistics();
      before.merge(node.statistics());
      node = new Node(node.level() + 1, before);
    }
    nodes.addLast(node);
  }

  /** What could not be merged yet, in order, each of a lower level than the one before. */
  public List<Node> nodes() {
    return new ArrayList<>(nodes);
  }

  /** All of it in one; single use. */
  public Solver total(Supplier<Solver> solvers) {
    Iterator<Node> backwards = nodes.descendingIterator();
    if (!backwards.hasNext()) {
      return solvers.get();
    }
    Solver total = backwards.next().statistics();
    while (backwards.hasNext()) {
      Solver before = backwards.next().statistics();
      before.merge(total);
      total = before;
    }
    return total;
  }
}
