package io.ergodic.datasets.invariant;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.chaos.map.IteratedMap;
import java.util.List;

/** The maps of the catalogue at their standard parameters. */
@AutoService(SubjectProvider.class)
public final class MapSubjects implements SubjectProvider {
  @Override
  public List<Subject> subjects() {
    return ChaoticMap.registry().all().stream()
        .map(IteratedMap::standard)
        .map(map -> subject(map.map().name(), map))
        .toList();
  }

  /** A map with any parameters, under a name of its own. */
  public static Subject subject(String name, IteratedMap map) {
    double n = map.dimension();
    Subject.Factory factory =
        new Subject.Factory() {
          @Override
          public TangentSystem system(int samples) {
            return new MapTangents(map);
          }

          @Override
          public double[] start() {
            return map.start();
          }
        };
    return new Subject(name, "map", map.dimension(), 1, 0.01 * n * n, factory);
  }
}
