package io.ergodic.models.natives;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The GPUs that {@code CUDA_VISIBLE_DEVICES} leaves a process, in the order in which CUDA counts
 * them: numbers as the driver's tools give them, UUIDs ({@code GPU-8f6d...}) or slices of a GPU
 * ({@code MIG-...}), which may be cut short. What follows an entry that is none counts for nothing,
 * so {@code -1} hides all.
 */
record VisibleDevices(List<String> names) {
  static VisibleDevices of(String variable) {
    List<String> names = new ArrayList<>();
    for (String part : variable.split(",", -1)) {
      String name = part.strip();
      if (!isNumber(name) && !isName(name)) {
        break;
      }
      names.add(name);
    }
    return new VisibleDevices(List.copyOf(names));
  }

  /** Place of an address in CUDA's count; empty when it is not among them. */
  OptionalInt place(String address) {
    for (int i = 0; i < names.size(); i++) {
      if (same(names.get(i), address)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean same(String name, String address) {
    if (isNumber(name) || isNumber(address)) {
      return isNumber(name)
          && isNumber(address)
          && Integer.parseInt(name) == Integer.parseInt(address);
    }
    String one = name.toLowerCase(Locale.ROOT);
    String other = address.toLowerCase(Locale.ROOT);
    return one.startsWith(other) || other.startsWith(one);
  }

  static boolean isNumber(String address) {
    return address.matches("\\d{1,4}");
  }

  static boolean isName(String address) {
    return address.matches("(?i)(GPU|MIG)-\\S+");
  }
}
