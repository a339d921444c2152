package io.ergodic.datasets.integrate;

/** Tangent dynamics of a map: vectors are multiplied by its Jacobian and made orthonormal again. */
public final class MapTangent implements TangentDynamics {
  private final DifferentiableMap map;
  private final int every;
  private final double[] jacobian;
  private double[] state;
  private double[] next;
  private double[][] vectors;
  private double[][] images;

  /**
   * Begins with the first unit vectors.
   *
   * @param vectors how many, at most the dimension
   * @param every iterations between two orthonormalisations; 1 unless the map is gentle
   */
  public MapTangent(DifferentiableMap map, double[] start, int vectors, int every) {
    int n = map.dimension();
    if (vectors < 1 || vectors > n || every < 1) {
      throw new IllegalArgumentException(vectors + " vectors of " + n + ", every " + every);
    }
    this.map = map;
    this.every = every;
    this.state = start.clone();
    this.next = new double[n];
    this.jacobian = new double[n * n];
    this.vectors = new double[vectors][n];
    this.images = new double[vectors][n];
    for (int v = 0; v < vectors; v++) {
      this.vectors[v][v] = 1;
    }
  }

  @Override
  public int vectors() {
    return vectors.length;
  }

  @Override
  public double advance(double[] logarithms) {
    for (int i = 0; i < every; i++) {
      iterate();
    }
    GramSchmidt.orthonormalise(vectors, logarithms);
    return every;
  }

  private void iterate() {
    int n = state.length;
    map.jacobian(state, jacobian);
    map.apply(state, next);
    double[] swap = state;
    state = next;
    next = swap;
    for (int v = 0; v < vectors.length; v++) {
      double[] vector = vectors[v];
      double[] image = images[v];
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += jacobian[i * n + j] * vector[j];
        }
        image[i] = sum;
      }
    }
    double[][] swapped = vectors;
    vectors = images;
    images = swapped;
  }
}
