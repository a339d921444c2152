package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The recurrence of selective state spaces (Gu and Dao 2023), h(t) = exp(s(t) A) h(t-1) + s(t) x(t)
 * b(t) with h(-1) = 0, and what is read of it, y(t) = c(t) h(t), for all times of a series.
 *
 * <p>The series is cut into chunks of about the square root of its length. Tensors hold the same
 * place of all chunks, so that operations of libtorch grow with that square root; each chunk is run
 * through from 0, the chunks' ends are put together one after the other, and what enters a chunk is
 * added to its states by the products of its decays. Nothing is divided, so that decays near 0 do
 * no harm, and no tensor holds all states at once, which keeps them in the caches.
 */
public final class SelectiveScan {
  private final Tensor[] states;
  private final Tensor[] decays;

  private SelectiveScan(int places) {
    this.states = new Tensor[places];
    this.decays = new Tensor[places];
  }

  /**
   * What is read at all times.
   *
   * @param step s, (count, length, features), not negative
   * @param x of the same shape
   * @param rates A, (features, states), negative
   * @param b (count, length, states)
   * @param c (count, length, states)
   * @return y, (count, length, features)
   */
  public static Tensor of(Tensor step, Tensor x, Tensor rates, Tensor b, Tensor c) {
    long length = step.size(1);
    int places = (int) Math.ceil(Math.sqrt(length));
    long chunks = (length + places - 1) / places;
    SelectiveScan scan = new SelectiveScan(places);
    scan.run(
        chunked(step, chunks, places),
        chunked(step.mul(x), chunks, places),
        rates,
        chunked(b, chunks, places));
    Tensor read = scan.read(chunked(c, chunks, places), scan.entering(chunks));
    return read.flatten(1, 2).narrow(1, 0, length);
  }

  /** (count, length, ...) to (count, chunks, places, ...), with zeros at the end. */
  private static Tensor chunked(Tensor values, long chunks, long places) {
    long missing = chunks * places - values.size(1);
    Tensor whole = values;
    if (missing > 0) {
      Tensor end = values.new_zeros(values.size(0), missing, values.size(2));
      whole = torch.cat(new TensorVector(values, end), 1);
    }
    return whole.unflatten(1, chunks, places);
  }

  /** Every chunk from 0, place by place. */
  private void run(Tensor step, Tensor input, Tensor rates, Tensor b) {
    for (int q = 0; q < states.length; q++) {
      Tensor decay = step.select(2, q).unsqueeze(3).mul(rates).exp();
      Tensor enters = input.select(2, q).unsqueeze(3).mul(b.select(2, q).unsqueeze(2));
      states[q] = q == 0 ? enters : enters.addcmul(decay, states[q - 1]);
      decays[q] = q == 0 ? decay : decays[q - 1].mul(decay);
    }
  }

  /** The state before each chunk. */
  private Tensor entering(long chunks) {
    Tensor ends = states[states.length - 1];
    Tensor whole = decays[states.length - 1];
    TensorVector before = new TensorVector();
    Tensor state = torch.zeros_like(ends.select(1, 0));
    before.push_back(state);
    for (long chunk = 1; chunk < chunks; chunk++) {
      state = ends.select(1, chunk - 1).addcmul(whole.select(1, chunk - 1), state);
      before.push_back(state);
    }
    return torch.stack(before, 1);
  }

  private Tensor read(Tensor c, Tensor entering) {
    TensorVector outputs = new TensorVector();
    for (int q = 0; q < states.length; q++) {
      Tensor h = states[q].addcmul(decays[q], entering);
      outputs.push_back(h.matmul(c.select(2, q).unsqueeze(3)).squeeze(3));
    }
    return torch.stack(outputs, 2);
  }
}
