package io.ergodic.evaluation.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Strongly connected components of a graph (Sharir 1981, Comput. Math. Appl. 7). */
final class StrongComponents {
  private StrongComponents() {}

  /** The component of each node, numbered from 0. */
  static int[] of(int nodes, int[] from, int[] to) {
    List<List<Integer>> forward = lists(nodes, from, to);
    List<List<Integer>> backward = lists(nodes, to, from);
    List<Integer> finished = new ArrayList<>();
    boolean[] seen = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      visit(node, forward, seen, finished);
    }
    int[] component = new int[nodes];
    Arrays.fill(seen, false);
    int count = 0;
    for (int i = nodes - 1; i >= 0; i--) {
      List<Integer> members = new ArrayList<>();
      visit(finished.get(i), backward, seen, members);
      for (int member : members) {
        component[member] = count;
      }
      count += members.isEmpty() ? 0 : 1;
    }
    return component;
  }

  private static List<List<Integer>> lists(int nodes, int[] from, int[] to) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      lists.add(new ArrayList<>());
    }
    for (int e = 0; e < from.length; e++) {
      lists.get(from[e]).add(to[e]);
    }
    return lists;
  }

  /** Depth first, without recursion; appends nodes as they are left. */
  private static void visit(
      int start, List<List<Integer>> next, boolean[] seen, List<Integer> left) {
    if (seen[start]) {
      return;
    }
    seen[start] = true;
    Deque<int[]> path = new ArrayDeque<>();
    path.push(new int[] {start, 0});
    while (!path.isEmpty()) {
      int[] top = path.peek();
      List<Integer> targets = next.get(top[0]);
      if (top[1] == targets.size()) {
        left.add(path.pop()[0]);
        continue;
      }
      int target = targets.get(top[1]++);
      if (!seen[target]) {
        seen[target] = true;
        path.push(new int[] {target, 0});
      }
    }
  }
}
