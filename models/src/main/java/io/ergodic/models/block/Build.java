package io.ergodic.models.block;

/** Where a block is put together: its parameters, and what a forward pass of it costs. */
public final class Build {
  private final Parameters parameters;
  private final double[] multiplyAdds;

  public Build(Parameters parameters) {
    this(parameters, new double[1]);
  }

  private Build(Parameters parameters, double[] multiplyAdds) {
    this.parameters = parameters;
    this.multiplyAdds = multiplyAdds;
  }

  /** The same with names put below {@code part}. */
  public Build in(Object part) {
    return new Build(parameters.in(part), multiplyAdds);
  }

  public Parameters parameters() {
    return parameters;
  }

  /** Adds to the multiply-adds of a forward pass of one example. */
  public void count(double more) {
    multiplyAdds[0] += more;
  }

  /** Multiply-adds of a forward pass of one example, of all that was put together here. */
  public double multiplyAdds() {
    return multiplyAdds[0];
  }
}
