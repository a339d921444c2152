package io.ergodic.jobs.fuzz;

import java.io.IOException;
import java.util.List;

/**
 * A reader under test.
 *
 * @param seeds valid files
 * @param packings what is done to damaged bytes, one of these
 * @param reader puts bytes where the reader finds them and says how it reads
 * @param names of which every refusal has to say one
 * @param most bytes that reading may allocate in all
 */
record Subject(
    List<byte[]> seeds, List<Packing> packings, Reader reader, List<String> names, long most) {
  /** Enough for what reading any small file allocates and lets go again. */
  static final long USUAL = 64L << 20;

  /** Takes the bytes of a file. */
  @FunctionalInterface
  interface Reader {
    Watch.Reading of(byte[] bytes) throws IOException;
  }

  /** The bytes that a draw stands for. */
  byte[] damaged(List<Mutation> damage, int draw) throws IOException {
    byte[] bytes = seeds.get(Math.floorMod(draw, seeds.size()));
    byte[] other = seeds.get(Math.floorMod(draw >> 8, seeds.size()));
    for (Mutation mutation : damage) {
      bytes = mutation.apply(bytes, other);
    }
    return packings.get(Math.floorMod(draw >> 16, packings.size())).pack(bytes);
  }
}
