package io.ergodic.datasets.integrate;

/**
 * The continuous extension of a step of {@link EighthOrderStages}, of order 7 everywhere in it,
 * from three more stages (Hairer, Norsett and Wanner, Solving ODEs I, II.6 and appendix).
 */
final class EighthOrderExtension {
  private final VectorField field;
  private final int size;
  private final double[] stage;
  private final double[][] more;
  private final double[][] coefficients;
  private double[] from;
  private double[] left;
  private double[] to;
  private double[] right;
  private double[][] k;
  private double[] steps;

  EighthOrderExtension(VectorField field, int size) {
    this.field = field;
    this.size = size;
    stage = new double[size];
    more = new double[3][size];
    coefficients = new double[8][size];
  }

  /**
   * Takes a step of {@code stages}.
   *
   * @param begin its state at the beginning
   * @param beginDerivative the derivatives there
   * @param end its state at the end
   * @param endDerivative the derivatives there
   */
  void extend(
      EighthOrderStages stages,
      double[] begin,
      double[] beginDerivative,
      double[] end,
      double[] endDerivative) {
    from = begin;
    left = beginDerivative;
    to = end;
    right = endDerivative;
    k = stages.k;
    steps = stages.steps;
    stage14();
    field.derivative(stage, more[0]);
    stage15();
    field.derivative(stage, more[1]);
    stage16();
    field.derivative(stage, more[2]);
    ends();
    bend4();
    bend5();
    bend6();
    bend7();
  }

  private void stage14() {
    double[] k1 = left;
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] k10 = k[10];
    double[] k11 = k[11];
    double[] k12 = k[12];
    double[] k13 = right;
    double[] x = from;
    double[] h = steps;
    for (int i = 0; i < size; i++) {
      stage[i] =
          x[i]
              + h[i]
                  * (0.056167502283047954 * k1[i]
                      + 0.25350021021662483 * k7[i]
                      - 0.2462390374708025 * k8[i]
                      - 0.12419142326381637 * k9[i]
                      + 0.15329179827876568 * k10[i]
                      + 0.00820105229563469 * k11[i]
                      + 0.007567897660545699 * k12[i]
                      - 0.008298 * k13[i]);
    }
  }

  private void stage15() {
    double[] k1 = left;
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k11 = k[11];
    double[] k12 = k[12];
    double[] k13 = right;
    double[] k14 = more[0];
    double[] x = from;
    double[] h = steps;
    for (int i = 0; i < size; i++) {
      stage[i] =
          x[i]
              + h[i]
                  * (0.03183464816350214 * k1[i]
                      + 0.028300909672366776 * k6[i]
                      + 0.053541988307438566 * k7[i]
                      - 0.05492374857139099 * k8[i]
                      - 0.00010834732869724932 * k11[i]
                      + 0.0003825710908356584 * k12[i]
                      - 0.00034046500868740456 * k13[i]
                      + 0.1413124436746325 * k14[i]);
    }
  }

  private void stage16() {
    double[] k1 = left;
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] k13 = right;
    double[] k14 = more[0];
    double[] k15 = more[1];
    double[] x = from;
    double[] h = steps;
    for (int i = 0; i < size; i++) {
      stage[i] =
          x[i]
              + h[i]
                  * (-0.42889630158379194 * k1[i]
                      - 4.697621415361164 * k6[i]
                      + 7.683421196062599 * k7[i]
                      + 4.06898981839711 * k8[i]
                      + 0.3567271874552811 * k9[i]
                      - 0.0013990241651590145 * k13[i]
                      + 2.9475147891527724 * k14[i]
                      - 9.15095847217987 * k15[i]);
    }
  }

  private void bend4() {
    double[] k1 = left;
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] k10 = k[10];
    double[] k11 = k[11];
    double[] k12 = k[12];
    double[] k13 = right;
    double[] k14 = more[0];
    double[] k15 = more[1];
    double[] k16 = more[2];
    double[] h = steps;
    double[] result = coefficients[4];
    for (int i = 0; i < size; i++) {
      result[i] =
          h[i]
              * (-8.428938276109013 * k1[i]
                  + 0.5667149535193777 * k6[i]
                  - 3.0689499459498917 * k7[i]
                  + 2.38466765651207 * k8[i]
                  + 2.117034582445028 * k9[i]
                  - 0.871391583777973 * k10[i]
                  + 2.2404374302607883 * k11[i]
                  + 0.6315787787694688 * k12[i]
                  - 0.08899033645133331 * k13[i]
                  + 18.148505520854727 * k14[i]
                  - 9.194632392478356 * k15[i]
                  - 4.436036387594894 * k16[i]);
    }
  }

  private void bend5() {
    double[] k1 = left;
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] k10 = k[10];
    double[] k11 = k[11];
    double[] k12 = k[12];
    double[] k13 = right;
    double[] k14 = more[0];
    double[] k15 = more[1];
    double[] k16 = more[2];
    double[] h = steps;
    double[] result = coefficients[5];
    for (int i = 0; i < size; i++) {
      result[i] =
          h[i]
              * (10.427508642579134 * k1[i]
                  + 242.28349177525817 * k6[i]
                  + 165.20045171727028 * k7[i]
                  - 374.5467547226902 * k8[i]
                  - 22.113666853125306 * k9[i]
                  + 7.733432668472264 * k10[i]
                  - 30.674084731089398 * k11[i]
                  - 9.332130526430229 * k12[i]
                  + 15.697238121770845 * k13[i]
                  - 31.139403219565178 * k14[i]
                  - 9.35292435884448 * k15[i]
                  + 35.81684148639408 * k16[i]);
    }
  }

  private void bend6() {
    double[] k1 = left;
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] k10 = k[10];
    double[] k11 = k[11];
    double[] k12 = k[12];
    double[] k13 = right;
    double[] k14 = more[0];
    double[] k15 = more[1];
    double[] k16 = more[2];
    double[] h = steps;
    double[] result = coefficients[6];
    for (int i = 0; i < size; i++) {
      result[i] =
          h[i]
              * (19.985053242002433 * k1[i]
                  - 387.0373087493518 * k6[i]
                  - 189.17813819516758 * k7[i]
                  + 527.8081592054236 * k8[i]
                  - 11.57390253995963 * k9[i]
                  + 6.8812326946963 * k10[i]
                  - 1.0006050966910838 * k11[i]
                  + 0.7777137798053443 * k12[i]
                  - 2.778205752353508 * k13[i]
                  - 60.19669523126412 * k14[i]
                  + 84.32040550667716 * k15[i]
                  + 11.99229113618279 * k16[i]);
    }
  }

  private void bend7() {
    double[] k1 = left;
    double[] k6 = k[6];
    double[] k7 = k[7];
    double[] k8 = k[8];
    double[] k9 = k[9];
    double[] k10 = k[10];
    double[] k11 = k[11];
    double[] k12 = k[12];
    double[] k13 = right;
    double[] k14 = more[0];
    double[] k15 = more[1];
    double[] k16 = more[2];
    double[] h = steps;
    double[] result = coefficients[7];
    for (int i = 0; i < size; i++) {
      result[i] =
          h[i]
              * (-25.69393346270375 * k1[i]
                  - 154.18974869023643 * k6[i]
                  - 231.5293791760455 * k7[i]
                  + 357.6391179106141 * k8[i]
                  + 93.40532418362432 * k9[i]
                  - 37.45832313645163 * k10[i]
                  + 104.0996495089623 * k11[i]
                  + 29.8402934266605 * k12[i]
                  - 43.53345659001114 * k13[i]
                  + 96.32455395918828 * k14[i]
                  - 39.17726167561544 * k15[i]
                  - 149.72683625798564 * k16[i]);
    }
  }

  private void ends() {
    double[] x = from;
    double[] y = to;
    double[] h = steps;
    double[] c0 = coefficients[0];
    double[] c1 = coefficients[1];
    double[] c2 = coefficients[2];
    double[] c3 = coefficients[3];
    for (int i = 0; i < size; i++) {
      double difference = y[i] - x[i];
      double bend = h[i] * left[i] - difference;
      c0[i] = x[i];
      c1[i] = difference;
      c2[i] = bend;
      c3[i] = difference - h[i] * right[i] - bend;
    }
  }

  /** Value {@code i} at the fraction {@code s} of the step. */
  double at(int i, double s) {
    double[][] c = coefficients;
    double r = 1 - s;
    double inner = c[4][i] + s * (c[5][i] + r * (c[6][i] + s * c[7][i]));
    return c[0][i] + s * (c[1][i] + r * (c[2][i] + s * (c[3][i] + r * inner)));
  }
}
