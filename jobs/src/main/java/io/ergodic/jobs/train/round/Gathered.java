package io.ergodic.jobs.train.round;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What work begins with, in pieces, each fetched from the process that made it. A process gathers
 * them once for all its tasks.
 *
 * @param holdings of the cuts, in their order
 * @param stateCount -1 where each worker has its own
 */
record Gathered(List<Cut> cuts, List<Holding> holdings, int parameterCount, int stateCount)
    implements Start {

  /** The last one that was opened in this process. */
  private static SoftReference<Open> last = new SoftReference<>(null);

  private record Open(Gathered gathered, Shared shared) {}

  @Override
  public Shared open() throws LostException, InterruptedException {
    synchronized (Gathered.class) {
      Open open = last.get();
      if (open == null || !open.gathered().equals(this)) {
        last.clear();
        open = new Open(this, fetch());
        last = new SoftReference<>(open);
      }
      return open.shared();
    }
  }

  private Shared fetch() throws LostException, InterruptedException {
    float[] parameters = new float[parameterCount];
    float[] state = stateCount < 0 ? null : new float[stateCount];
    List<Fetch.Piece> pieces = new ArrayList<>();
    for (int k = 0; k < cuts.size(); k++) {
      Cut cut = cuts.get(k);
      float[] target = cut.vector() == 0 ? parameters : state;
      pieces.add(new Fetch.Piece(holdings.get(k), cut, target, cut.from()));
    }
    Set<Holding> lost = Fetch.all(pieces);
    if (!lost.isEmpty()) {
      throw new LostException(
          lost.stream().map(h -> h.holder().toString()).collect(Collectors.joining(", ")));
    }
    return new Shared(parameters, state);
  }
}
