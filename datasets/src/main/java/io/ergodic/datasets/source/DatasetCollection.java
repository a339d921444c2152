package io.ergodic.datasets.source;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;
import java.util.List;

/**
 * Many datasets under one name of the configuration: one settings object that stands for a list of
 * datasets, each of a {@link DatasetSource}. Found by name through ServiceLoader.
 */
public interface DatasetCollection extends Named {
  /** One line for {@code ./ergodic datasets}. */
  String description();

  /**
   * The members, in an order that does not change.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for what cannot be used; settings of
   *     the members' own sources are checked by these
   */
  List<Member> members(Settings settings, long seed);

  /**
   * One of the datasets.
   *
   * @param label unlike that of all other members: letters, digits, {@code .}, {@code _}, {@code -}
   * @param source registered name of its source
   * @param settings of that source
   */
  record Member(String label, String source, long seed, Settings settings) {}

  /** All collections on the class path. */
  static Registry<DatasetCollection> registry() {
    return Registry.load(DatasetCollection.class, "dataset collection");
  }
}
