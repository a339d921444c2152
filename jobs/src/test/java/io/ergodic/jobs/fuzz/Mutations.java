package io.ergodic.jobs.fuzz;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Draws damage: more of it in heads and ends, where files say what they are. */
final class Mutations {
  private static final int MOST = 6;

  private static final List<Long> EXTREMES =
      List.of(
          0L,
          1L,
          -1L,
          255L,
          65535L,
          (long) Integer.MAX_VALUE,
          (long) Integer.MIN_VALUE,
          Integer.MAX_VALUE - 8L,
          0x7fffL,
          1L << 24,
          1L << 28,
          1L << 40,
          Long.MAX_VALUE,
          Long.MIN_VALUE);

  private static final List<String> TEXTS =
      List.of(
          "",
          "0",
          "-1",
          "1",
          "2147483647",
          "2147483648",
          "-2147483649",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "1e308",
          "1e999",
          "-1e999",
          "NaN",
          "null",
          "true",
          "\"x\"",
          "[]",
          "{}",
          "[[[[[[[[",
          "1.5",
          "0.0000001",
          "99999999999999999999999999",
          "11111111111111111111111111111111111111111111111111111111111111111111 ",
          "../..",
          "${a}",
          "\u0000",
          "\ud83d\ude00");

  private Mutations() {}

  /** Some mutations, one after the other. */
  static Arbitrary<List<Mutation>> some() {
    return one().list().ofMinSize(1).ofMaxSize(MOST);
  }

  private static Arbitrary<Mutation> one() {
    Arbitrary<Integer> at = places();
    Arbitrary<Byte> bytes = Arbitraries.bytes();
    return Arbitraries.frequencyOf(
        Tuple.of(
            3,
            Combinators.combine(at, Arbitraries.integers().between(0, 7)).as(Mutation.Turn::new)),
        Tuple.of(1, at.map(Mutation.Cut::new)),
        Tuple.of(
            4,
            Combinators.combine(
                    at,
                    Arbitraries.of(1, 2, 4, 8),
                    Arbitraries.of(true, false),
                    Arbitraries.of(EXTREMES))
                .as(Mutation.Number::new)),
        Tuple.of(4, Combinators.combine(at, Arbitraries.of(TEXTS)).as(Mutation.Digits::new)),
        Tuple.of(
            2,
            Combinators.combine(
                    at,
                    Arbitraries.integers().between(0, 64),
                    bytes.array(byte[].class).ofMaxSize(64))
                .as(Mutation.Replace::new)),
        Tuple.of(
            1,
            Combinators.combine(
                    at,
                    Arbitraries.integers().between(1, 64),
                    Arbitraries.integers().between(2, 200))
                .as(Mutation.Repeat::new)),
        Tuple.of(1, Combinators.combine(at, at).as(Mutation.Splice::new)));
  }

  private static Arbitrary<Integer> places() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.integers().between(0, 64)),
        Tuple.of(2, Arbitraries.integers().between(-300, -1)),
        Tuple.of(2, Arbitraries.integers().between(0, 1000)),
        Tuple.of(3, Arbitraries.integers().between(0, 1 << 20)));
  }
}
