package io.ergodic.models.continuous;

/** A field with vectors that its flow carries along: (y, v1, v2, ...), dv/dt = (df/dy) v. */
record TangentSystem(PointField field, int vectors) implements OdeSystem {
  @Override
  public int size() {
    return field.states() * (1 + vectors);
  }

  @Override
  public void slope(double[] y, double[] slope) {
    field.slope(y, slope);
    if (vectors > 0) {
      field.differentiate();
      for (int v = 1; v <= vectors; v++) {
        field.push(y, slope, v * field.states());
      }
    }
  }
}
