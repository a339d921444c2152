package io.ergodic.datasets.settings;

/**
 * How a setting is asked for.
 *
 * @param type of its value, a word or two
 * @param fallback what holds where it is not set; empty where it has to be, or where that is not
 *     one value
 * @param range what is allowed; empty for anything of the type
 * @param meaning one phrase
 */
public record Reading(String type, String fallback, String range, String meaning) {
  static final Reading UNKNOWN = new Reading("", "", "", "");

  Reading meaning(String phrase) {
    return new Reading(type, fallback, range, phrase);
  }
}
