package io.ergodic.evaluation.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a suite found of one system on one dataset by one metric.
 *
 * @param median over seeds, failures counted as worst; infinite where most failed
 * @param spread median absolute deviation; NaN where there is none
 * @param failures trials, or metrics of trials, without a value
 * @param floor what the truth scores; empty where there is none
 * @param published by the authors of the system, where the suite says so
 * @param protocol the question as it was asked: task and settings
 * @param revision of the code that ran the trials; several, joined by spaces, where it changed
 * @param machine class of machine
 * @param seconds of training, the median
 */
public record PublishedResult(
    String suite,
    String experiment,
    String dataset,
    String system,
    String metric,
    double median,
    double spread,
    int seeds,
    int failures,
    OptionalDouble floor,
    OptionalDouble published,
    String protocol,
    String revision,
    String machine,
    double seconds) {
  /** Columns on disk, in the order of the components. */
  static final List<String> COLUMNS =
      Arrays.stream(PublishedResult.class.getRecordComponents())
          .map(component -> component.getName())
          .toList();

  /** What it is a result of, whoever measured it when. */
  List<String> subject() {
    return List.of(suite, experiment, dataset, system, metric);
  }

  /** Results of one key replace one another. */
  List<String> key() {
    List<String> key = new ArrayList<>(subject());
    key.add(protocol);
    key.add(revision);
    key.add(machine);
    return key;
  }

  List<String> cells() {
    return List.of(
        suite,
        experiment,
        dataset,
        system,
        metric,
        number(median),
        number(spread),
        String.valueOf(seeds),
        String.valueOf(failures),
        number(floor.orElse(Double.NaN)),
        number(published.orElse(Double.NaN)),
        protocol,
        revision,
        machine,
        Double.isNaN(seconds) ? "" : String.valueOf(Math.round(seconds * 1000) / 1000.0));
  }

  /** Reads what {@link #cells} gave. */
  static PublishedResult of(List<String> cells) {
    return new PublishedResult(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        value(cells.get(5)),
        value(cells.get(6)),
        Integer.parseInt(cells.get(7)),
        Integer.parseInt(cells.get(8)),
        optional(cells.get(9)),
        optional(cells.get(10)),
        cells.get(11),
        cells.get(12),
        cells.get(13),
        value(cells.get(14)));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.valueOf(value);
  }

  private static double value(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private static OptionalDouble optional(String cell) {
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(value(cell));
  }
}
