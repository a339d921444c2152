package io.ergodic.models.plrnn;

/** The identity on the first {@code linear} units, relu on the others. */
record PartlyRectifiedUnit(int linear) implements FullMap.Unit {
  @Override
  public double value(int unit, double z) {
    return unit < linear ? z : Math.max(0, z);
  }

  @Override
  public double slope(int unit, double z) {
    return unit < linear || z > 0 ? 1 : 0;
  }

  @Override
  public double steepest() {
    return 1;
  }
}
