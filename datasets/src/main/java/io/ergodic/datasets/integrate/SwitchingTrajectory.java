package io.ergodic.datasets.integrate;

/**
 * The solution of a switching field by events, with tangent vectors. Each side is integrated
 * smoothly; when the state changes sides in a step, the time is located on the step's continuous
 * extension by bisection, the solution is taken to that time by steps of its own and goes on with
 * the other side, or slides along the plane where both sides push towards it. At the plane the
 * vectors are multiplied by the saltation matrix I + (f_after - f_before) n' / (n' f_before)
 * (Aizerman and Gantmakher, Quart. J. Mech. Appl. Math. 11, 1958; Leine and Nijmeijer, Dynamics and
 * Bifurcations of Non-Smooth Mechanical Systems, 2004, chapter 7), which for sliding projects them
 * onto the plane: one direction is lost for good.
 *
 * <p>The extended state holds n state variables, the vectors one after the other, and the integral
 * of the divergence, to which every crossing adds the logarithm of its determinant; sliding, which
 * leaves no volume, adds nothing.
 */
public final class SwitchingTrajectory {
  private static final int MOST_CROWDED = 1000;
  private static final double[] LOOKS = {0.25, 0.5, 0.75, 1};

  private enum Motion {
    BELOW,
    ABOVE,
    SLIDING
  }

  private final Switching field;
  private final int n;
  private final int vectors;
  private final SlidingField plane;
  private final DormandPrince[] solvers;
  private final double[] extended;
  private final double[] extension;
  private final double[] trial;
  private final double[] jump;
  private Motion motion;
  private double time;
  private double switched = Double.NEGATIVE_INFINITY;
  private int crowded;
  private long switches;

  /**
   * @param vectors number of tangent vectors; none for the solution alone
   */
  public SwitchingTrajectory(Switching field, Tolerance tolerance, int vectors) {
    this.field = field;
    this.n = field.dimension();
    this.vectors = vectors;
    this.plane = new SlidingField(field);
    this.solvers = solvers(field, plane, tolerance, vectors);
    this.extended = new double[n * (1 + vectors) + 1];
    this.extension = new double[5 * extended.length];
    this.trial = new double[n];
    this.jump = new double[n];
  }

  /** A solver for each motion, by its number. */
  static DormandPrince[] solvers(
      Switching field, SlidingField plane, Tolerance tolerance, int vectors) {
    DifferentiableField[] fields = {field.side(false), field.side(true), plane};
    DormandPrince[] solvers = new DormandPrince[fields.length];
    for (int i = 0; i < fields.length; i++) {
      solvers[i] = new DormandPrince(new TangentField(fields[i], vectors), tolerance);
    }
    return solvers;
  }

  /** Number of values of the extended state. */
  public int size() {
    return extended.length;
  }

  public int vectors() {
    return vectors;
  }

  /** Begins a solution at time 0; a state on the plane goes where the fields take it. */
  public void start(double[] from) {
    System.arraycopy(from, 0, extended, 0, extended.length);
    time = 0;
    switched = Double.NEGATIVE_INFINITY;
    double side = field.indicator(extended);
    if (side == 0) {
      plane.look(extended);
      boolean rises = plane.upwardAbove() >= 0;
      boolean falls = plane.upwardBelow() <= 0;
      motion = rises ? Motion.ABOVE : falls ? Motion.BELOW : Motion.SLIDING;
    } else {
      motion = side > 0 ? Motion.ABOVE : Motion.BELOW;
    }
    solver().start(0, extended);
  }

  /** Goes on at time 0 in the same motion from where it was, with other tangent vectors. */
  public void resume(double[] from) {
    System.arraycopy(from, 0, extended, 0, extended.length);
    switched -= time;
    time = 0;
    solver().resume(0, extended);
  }

  /** The extended state at {@link #time()}; valid until the next advance. */
  public double[] state() {
    return extended;
  }

  public double time() {
    return time;
  }

  /** How often the motion has changed: between the sides, into sliding and out of it. */
  public long switches() {
    return switches;
  }

  /** Time of the last such change; minus infinity before the first. */
  public double lastSwitch() {
    return switched;
  }

  public boolean sliding() {
    return motion == Motion.SLIDING;
  }

  /**
   * Integrates until {@code limit} exactly.
   *
   * @throws IntegrationException when it diverges, switches ever faster or no step is small enough
   */
  public void advance(double limit) {
    while (time < limit) {
      step(limit);
    }
  }

  /** One step, at most to {@code limit} and not beyond an event. */
  void step(double limit) {
    DormandPrince solver = solver();
    double from = time;
    solver.step(limit);
    double until = outside(solver);
    if (until > 0) {
      double event = from + locate(until) * (solver.time() - from);
      // once more from the beginning, so that the step's own error estimate holds to the event
      solver.start(from, extended);
      solver.advance(event);
      System.arraycopy(solver.state(), 0, extended, 0, extended.length);
      time = event;
      cross();
    } else {
      time = solver.time();
      System.arraycopy(solver.state(), 0, extended, 0, extended.length);
    }
  }

  /** The number of the motion that the next step is in. */
  int motion() {
    return motion.ordinal();
  }

  /** A fraction of the last step at which the motion is known to have ended; 0 if it has not. */
  private double outside(DormandPrince solver) {
    solver.extension(extension);
    for (double look : LOOKS) {
      if (ended(look)) {
        return look;
      }
    }
    return 0;
  }

  private double locate(double known) {
    double inside = 0;
    double outside = known;
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (inside + outside);
      if (ended(middle)) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return Math.max(outside, 1e-14);
  }

  private boolean ended(double fraction) {
    for (int i = 0; i < n; i++) {
      trial[i] = DormandPrince.interpolate(extension, i, fraction);
    }
    if (motion == Motion.SLIDING) {
      plane.look(trial);
      return plane.upwardBelow() < 0 || plane.upwardAbove() > 0;
    }
    double side = field.indicator(trial);
    return motion == Motion.ABOVE ? side < 0 : side > 0;
  }

  private void cross() {
    crowded = time - switched < 1e-12 * Math.max(1, Math.abs(time)) ? crowded + 1 : 0;
    if (crowded > MOST_CROWDED) {
      throw new IntegrationException("ever faster switching", field, time, extended);
    }
    plane.look(extended);
    double a = plane.upwardBelow();
    double b = plane.upwardAbove();
    if (motion == Motion.SLIDING) {
      // the sliding field is that of the side it leaves to: nothing jumps
      motion = b > 0 ? Motion.ABOVE : Motion.BELOW;
    } else {
      boolean descends = motion == Motion.ABOVE;
      double towards = descends ? b : a;
      if (descends ? b < 0 : a > 0) {
        boolean through = descends ? a < 0 : b > 0;
        for (int i = 0; i < n; i++) {
          double before = descends ? plane.above(i) : plane.below(i);
          double beyond = descends ? plane.below(i) : plane.above(i);
          jump[i] = (through ? beyond : plane.sliding(i)) - before;
        }
        saltate(towards);
        if (through) {
          extended[extended.length - 1] += StrictMath.log(descends ? a / b : b / a);
        }
        motion = through ? (descends ? Motion.BELOW : Motion.ABOVE) : Motion.SLIDING;
      }
      // else it only grazed the plane, and rounding took it across
      if (motion == Motion.SLIDING || descends == (motion == Motion.ABOVE)) {
        ontoPlane();
      }
    }
    switched = time;
    switches++;
    solver().start(time, extended);
  }

  /** Multiplies the vectors by I + jump n' / towards. */
  private void saltate(double towards) {
    double[] normal = field.normal();
    for (int at = n; at < n * (1 + vectors); at += n) {
      double component = 0;
      for (int i = 0; i < n; i++) {
        component += normal[i] * extended[at + i];
      }
      for (int i = 0; i < n; i++) {
        extended[at + i] += jump[i] * component / towards;
      }
    }
  }

  private void ontoPlane() {
    double[] normal = field.normal();
    double square = 0;
    for (double value : normal) {
      square += value * value;
    }
    double excess = field.indicator(extended) / square;
    for (int i = 0; i < n; i++) {
      extended[i] -= excess * normal[i];
    }
  }

  private DormandPrince solver() {
    return solvers[motion.ordinal()];
  }
}
