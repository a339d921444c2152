package io.ergodic.datasets.file.time;

import java.util.List;
import java.util.Optional;

/**
 * The times of a series, checked.
 *
 * @param description format, step, first and last time, in one sentence
 * @param notes what was put in order, dropped, filled or left as it is
 * @param arrangement of the rows, where they are not taken as they stand in the file
 * @param ahead what comes after the last row
 */
public record TimeAxis(
    String description, List<String> notes, Optional<Arrangement> arrangement, TimesAhead ahead) {}
