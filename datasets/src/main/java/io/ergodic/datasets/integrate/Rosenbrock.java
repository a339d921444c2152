package io.ergodic.datasets.integrate;

/**
 * The stiffly accurate Rosenbrock method RODAS of order 4 with an embedded method of order 3
 * (Hairer and Wanner, Solving ODEs II, IV.7), for stiff fields: one Jacobian and one factorisation
 * a step, no iteration. Nothing is allocated after construction.
 */
public final class Rosenbrock {
  private static final double GAMMA = 0.25;
  private static final double[][] A = {
    {},
    {1.544},
    {0.9466785280815826, 0.2557011698983284},
    {3.314825187068521, 2.896124015972201, 0.9986419139977817},
    {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950}
  };
  private static final double[][] C = {
    {},
    {-5.6688},
    {-2.430093356833875, -0.2063599157091915},
    {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
    {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160},
    {
      8.083246795921522,
      -7.981132988064893,
      -31.52159432874371,
      16.31930543123136,
      -6.058818238834054
    }
  };

  private final DifferentiableField field;
  private final Tolerance tolerance;
  private final int n;
  private final double[] jacobian;
  private final LinearSystem system;
  private final double[][] stages;
  private final double[] point;
  private final double[] velocity;
  private double[] state;
  private double[] next;
  private double time;
  private double proposal;

  public Rosenbrock(DifferentiableField field, Tolerance tolerance) {
    this.field = field;
    this.tolerance = tolerance;
    this.n = field.dimension();
    jacobian = new double[n * n];
    system = new LinearSystem(n);
    stages = new double[6][n];
    point = new double[n];
    velocity = new double[n];
    state = new double[n];
    next = new double[n];
  }

  /** Begins a solution with a first step to be tried. */
  public void start(double startTime, double[] startState, double firstStep) {
    time = startTime;
    System.arraycopy(startState, 0, state, 0, n);
    proposal = firstStep;
  }

  /** Time reached. */
  public double time() {
    return time;
  }

  /** The state at {@link #time()}; valid until the next step, not to be written to. */
  public double[] state() {
    return state;
  }

  /** Steps until {@code limit} is reached exactly. */
  public void advance(double limit) {
    while (time < limit) {
      step(limit);
    }
  }

  /** One accepted step, at most to {@code limit}. */
  public void step(double limit) {
    field.jacobian(state, jacobian);
    boolean rejected = false;
    while (true) {
      boolean last = proposal >= limit - time;
      double h = last ? limit - time : proposal;
      double error = attempt(h);
      boolean accepted = error <= 1;
      double power = StrictMath.pow(Math.max(error, 1e-10), -0.25);
      double factor = error >= 0 ? Math.min(6, Math.max(0.2, 0.9 * power)) : 0.2;
      if (accepted) {
        double[] swap = state;
        state = next;
        next = swap;
        time = last ? limit : time + h;
        double grown = h * (rejected ? Math.min(1, factor) : factor);
        proposal = last ? Math.max(grown, proposal * Math.min(1, factor)) : grown;
        return;
      }
      rejected = true;
      proposal = h * Math.min(factor, 0.9);
      if (!(proposal > Math.max(4 * Math.ulp(time), Double.MIN_NORMAL))) {
        throw new IntegrationException("step size underflow", field, time, state);
      }
    }
  }

  /** Tries a step of size h; returns its error, 1 being allowed. */
  private double attempt(double h) {
    system.factorise(1 / (h * GAMMA), jacobian);
    for (int stage = 0; stage < 6; stage++) {
      if (stage < 5) {
        System.arraycopy(state, 0, point, 0, n);
        for (int j = 0; j < stage; j++) {
          add(A[stage][j], stages[j], point);
        }
      }
      field.derivative(point, velocity);
      double[] result = stages[stage];
      System.arraycopy(velocity, 0, result, 0, n);
      for (int j = 0; j < stage; j++) {
        add(C[stage][j] / h, stages[j], result);
      }
      system.solve(result);
      if (stage >= 4) {
        // the last two stages are the difference to the embedded solution and the error itself
        add(1, result, point);
      }
    }
    System.arraycopy(point, 0, next, 0, n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double size = Math.max(Math.abs(state[i]), Math.abs(next[i]));
      double error = stages[5][i] / (tolerance.absolute() + tolerance.relative() * size);
      sum += error * error;
    }
    return Math.sqrt(sum / n);
  }

  private void add(double factor, double[] from, double[] to) {
    for (int i = 0; i < n; i++) {
      to[i] += factor * from[i];
    }
  }
}
