package io.ergodic.datasets.invariant;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Names the systems of one kind whose invariants can be computed; found by ServiceLoader. */
public interface SubjectProvider {
  List<Subject> subjects();

  /** All subjects by name. */
  static Map<String, Subject> all() {
    Map<String, Subject> subjects = new TreeMap<>();
    for (SubjectProvider provider : ServiceLoader.load(SubjectProvider.class)) {
      for (Subject subject : provider.subjects()) {
        Subject other = subjects.put(subject.name(), subject);
        if (other != null) {
          throw new IllegalStateException(
              "two systems named "
                  + subject.name()
                  + ", a "
                  + subject.kind()
                  + " and a "
                  + other.kind());
        }
      }
    }
    return subjects;
  }

  /**
   * The subjects named, or all for an empty list.
   *
   * @param where the names come from, for messages
   */
  static List<Subject> select(List<String> names, String where) {
    Map<String, Subject> all = all();
    List<Subject> chosen = new ArrayList<>();
    for (String name : names.isEmpty() ? List.copyOf(all.keySet()) : names) {
      Subject subject = all.get(name);
      if (subject == null) {
        throw new InvalidInputException(
            where + ": no system '" + name + "'; " + NearestName.hint(name, all.keySet()));
      }
      chosen.add(subject);
    }
    return chosen;
  }
}
