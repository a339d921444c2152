package io.ergodic.datasets.chaos.collection;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.chaos.delay.DelaySystem;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A system of any of the catalogues.
 *
 * @param source of its datasets: {@code flow}, {@code delay} or {@code map}
 * @param flags what is true of it
 */
record Catalogued(String name, String source, int dimension, Set<Flag> flags) {
  static final String FLOW = "flow";
  static final String DELAY = "delay";
  static final String MAP = "map";

  /** What systems can be chosen by. Delay equations and maps have none of them. */
  enum Flag {
    NON_AUTONOMOUS,
    HAMILTONIAN,
    VOLUME_PRESERVING,
    STIFF,
    KINKED,
    DISCONTINUOUS,
    UNBOUNDED,
    REGULAR,
    TRANSIENT,
    SYNONYM;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** All systems by name; a name that two catalogues share belongs to the flow. */
  static Map<String, Catalogued> all() {
    Map<String, Catalogued> all = new TreeMap<>();
    for (ChaoticMap map : ChaoticMap.registry().all()) {
      all.put(map.name(), plain(map.name(), MAP, map.card().dimension()));
    }
    for (DelaySystem system : DelaySystem.registry().all()) {
      all.put(system.name(), plain(system.name(), DELAY, 1));
    }
    for (ChaoticSystem system : ChaoticSystem.registry().all()) {
      Set<Flag> flags = flags(system.traits());
      all.put(system.name(), new Catalogued(system.name(), FLOW, system.card().dimension(), flags));
    }
    return all;
  }

  private static Catalogued plain(String name, String source, int dimension) {
    return new Catalogued(name, source, dimension, Set.of());
  }

  private static Set<Flag> flags(SystemTraits traits) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    put(flags, Flag.NON_AUTONOMOUS, traits.nonAutonomous());
    put(flags, Flag.HAMILTONIAN, traits.hamiltonian());
    put(flags, Flag.VOLUME_PRESERVING, traits.volumePreserving());
    put(flags, Flag.STIFF, traits.stiff());
    put(flags, Flag.KINKED, traits.smoothness() == SystemTraits.Smoothness.KINKED);
    put(flags, Flag.DISCONTINUOUS, traits.smoothness() == SystemTraits.Smoothness.DISCONTINUOUS);
    put(flags, Flag.UNBOUNDED, !traits.periodic().isEmpty());
    put(flags, Flag.REGULAR, traits.regime() == SystemTraits.Regime.REGULAR);
    put(flags, Flag.TRANSIENT, traits.regime() == SystemTraits.Regime.TRANSIENT);
    put(flags, Flag.SYNONYM, traits.synonymOf().isPresent());
    return flags;
  }

  private static void put(Set<Flag> flags, Flag flag, boolean holds) {
    if (holds) {
      flags.add(flag);
    }
  }
}
