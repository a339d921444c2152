package io.ergodic.datasets.integrate;

/**
 * The stages of the explicit Runge-Kutta method of order 8 with errors of orders 5 and 3 of Hairer,
 * Norsett and Wanner (Solving ODEs I, II.5 and appendix), on one solution or on several side by
 * side: value v of solution l of L lies at v * L + l. Every value goes through the same operations
 * in the same order whatever L is, so that solutions side by side have the bits of solutions alone.
 */
final class EighthOrderStages {
  private static final int LAST = 13;

  private final VectorField field;
  private final int size;

  /** Step size of every value. */
  final double[] steps;

  /** Derivatives: 1 at the state, 2 to 12 at the stages, 13 at the next state. */
  final double[][] k;

  private final double[] stage;
  double[] state;
  double[] next;

  /**
   * @param field of all solutions side by side
   * @param size values in all
   */
  EighthOrderStages(VectorField field, int size) {
    this.field = field;
    this.size = size;
    steps = new double[size];
    k = new double[LAST + 1][size];
    stage = new double[size];
    state = new double[size];
    next = new double[size];
  }

  /** Derivatives at the state. */
  void begin() {
    field.derivative(state, k[1]);
  }

  /** Derivatives at the next state. */
  void end() {
    field.derivative(next, k[LAST]);
  }

  /** Makes the next state the state; what was the state is then {@code next}. */
  void accept() {
    double[] swap = state;
    state = next;
    next = swap;
    swap = k[1];
    k[1] = k[LAST];
    k[LAST] = swap;
  }

  /** Tries a step: writes the next state. */
  void attempt() {
    stage2();
    field.derivative(stage, k[2]);
    stage3();
    field.derivative(stage, k[3]);
    stage4();
    field.derivative(stage, k[4]);
    stage5();
    field.derivative(stage, k[5]);
    stage6();
    field.derivative(stage, k[6]);
    stage7();
    field.derivative(stage, k[7]);
    stage8();
    field.derivative(stage, k[8]);
    stage9();
    field.derivative(stage, k[9]);
    stage10();
    field.derivative(stage, k[10]);
    stage11();
    field.derivative(stage, k[11]);
    stage12();
    field.derivative(stage, k[12]);
    last();
  }

  private void stage2() {
    double[] k1 = k[1];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] = x[i] + h[i] * (0.05260015195876773 * k1[i]);
    }
  }

  private void stage3() {
    double[] k1 = k[1];
    double[] k2 = k[2];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] = x[i] + h[i] * (0.0197250569845379 * k1[i] + 0.0591751709536137 * k2[i]);
    }
  }

  private void stage4() {
    double[] k1 = k[1];
    double[] k3 = k[3];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] = x[i] + h[i] * (0.02958758547680685 * k1[i] + 0.08876275643042054 * k3[i]);
    }
  }

  private void stage5() {
    double[] k1 = k[1];
    double[] k3 = k[3];
    double[] k4 = k[4];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] =
          x[i]
              + h[i]
                  * (0.2413651341592667 * k1[i]
                      - 0.8845494793282861 * k3[i]
                      + 0.924834003261792 * k4[i]);
    }
  }

  private void stage6() {
    double[] k1 = k[1];
    double[] k4 = k[4];
    double[] k5 = k[5];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] =
          x[i]
              + h[i]
                  * (0.037037037037037035 * k1[i]
                      + 0.17082860872947386 * k4[i]
                      + 0.12546768756682242 * k5[i]);
    }
  }

  private void stage7() {
    double[] k1 = k[1];
    double[] k4 = k[4];
    double[] k5 = k[5];
    double[] k6 = k[6];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] =
          x[i]
              + h[i]
                  * (0.037109375 * k1[i]
                      + 0.17025221101954405 * k4[i]
                      + 0.06021653898045596 * k5[i]
                      - 0.017578125 * k6[i]);
    }
  }

  private void stage8() {
    double[] k1 = k[1];
    double[] k4 = k[4];
    double[] k5 = k[5];
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] =
          x[i]
              + h[i]
                  * (0.03709200011850479 * k1[i]
                      + 0.17038392571223998 * k4[i]
                      + 0.10726203044637328 * k5[i]
                      - 0.015319437748624402 * k6[i]
                      + 0.008273789163814023 * k7[i]);
    }
  }

  private void stage9() {
    double[] k1 = k[1];
    double[] k4 = k[4];
    double[] k5 = k[5];
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] =
          x[i]
              + h[i]
                  * (0.6241109587160757 * k1[i]
                      - 3.3608926294469414 * k4[i]
                      - 0.868219346841726 * k5[i]
                      + 27.59209969944671 * k6[i]
                      + 20.154067550477894 * k7[i]
                      - 43.48988418106996 * k8[i]);
    }
  }

  private void stage10() {
    double[] k1 = k[1];
    double[] k4 = k[4];
    double[] k5 = k[5];
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] =
          x[i]
              + h[i]
                  * (0.47766253643826434 * k1[i]
                      - 2.4881146199716677 * k4[i]
                      - 0.590290826836843 * k5[i]
                      + 21.230051448181193 * k6[i]
                      + 15.279233632882423 * k7[i]
                      - 33.28821096898486 * k8[i]
                      - 0.020331201708508627 * k9[i]);
    }
  }

  private void stage11() {
    double[] k1 = k[1];
    double[] k4 = k[4];
    double[] k5 = k[5];
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] k10 = k[10];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] =
          x[i]
              + h[i]
                  * (-0.9371424300859873 * k1[i]
                      + 5.186372428844064 * k4[i]
                      + 1.0914373489967295 * k5[i]
                      - 8.149787010746927 * k6[i]
                      - 18.52006565999696 * k7[i]
                      + 22.739487099350505 * k8[i]
                      + 2.4936055526796523 * k9[i]
                      - 3.0467644718982196 * k10[i]);
    }
  }

  private void stage12() {
    double[] k1 = k[1];
    double[] k4 = k[4];
    double[] k5 = k[5];
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] k10 = k[10];
    double[] k11 = k[11];
    double[] x = state;
    double[] h = steps;
    double[] to = stage;
    for (int i = 0; i < size; i++) {
      to[i] =
          x[i]
              + h[i]
                  * (2.273310147516538 * k1[i]
                      - 10.53449546673725 * k4[i]
                      - 2.0008720582248625 * k5[i]
                      - 17.9589318631188 * k6[i]
                      + 27.94888452941996 * k7[i]
                      - 2.8589982771350235 * k8[i]
                      - 8.87285693353063 * k9[i]
                      + 12.360567175794303 * k10[i]
                      + 0.6433927460157636 * k11[i]);
    }
  }

  private void last() {
    double[] k1 = k[1];
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] k10 = k[10];
    double[] k11 = k[11];
    double[] k12 = k[12];
    double[] x = state;
    double[] h = steps;
    double[] to = next;
    for (int i = 0; i < size; i++) {
      to[i] =
          x[i]
              + h[i]
                  * (0.054293734116568765 * k1[i]
                      + 4.450312892752409 * k6[i]
                      + 1.8915178993145003 * k7[i]
                      - 5.801203960010585 * k8[i]
                      + 0.3111643669578199 * k9[i]
                      - 0.1521609496625161 * k10[i]
                      + 0.20136540080403034 * k11[i]
                      + 0.04471061572777259 * k12[i]);
    }
  }

  /**
   * Writes the error of every value's step, relative to the tolerance: of order 5 and of order 3.
   */
  void errors(Tolerance tolerance, double[] fifth, double[] third) {
    double absolute = tolerance.absolute();
    double relative = tolerance.relative();
    double[] k1 = k[1];
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] k10 = k[10];
    double[] k11 = k[11];
    double[] k12 = k[12];
    double[] x = state;
    double[] y = next;
    double[] h = steps;
    for (int i = 0; i < size; i++) {
      double size = Math.max(Math.abs(x[i]), Math.abs(y[i]));
      double scale = h[i] / (absolute + relative * size);
      fifth[i] =
          scale
              * (0.01312004499419488 * k1[i]
                  - 1.2251564463762044 * k6[i]
                  - 0.4957589496572502 * k7[i]
                  + 1.6643771824549864 * k8[i]
                  - 0.35032884874997366 * k9[i]
                  + 0.3341791187130175 * k10[i]
                  + 0.08192320648511571 * k11[i]
                  - 0.022355307863886294 * k12[i]);
      third[i] =
          scale
              * (-0.18980075407240762 * k1[i]
                  + 4.450312892752409 * k6[i]
                  + 1.8915178993145003 * k7[i]
                  - 5.801203960010585 * k8[i]
                  - 0.4226823213237919 * k9[i]
                  - 0.1521609496625161 * k10[i]
                  + 0.20136540080403034 * k11[i]
                  + 0.02265179219836082 * k12[i]);
    }
  }
}
