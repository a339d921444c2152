package io.ergodic.evaluation.result;

import com.google.auto.service.AutoService;
import java.util.Map;

/** The kinds of {@link Artefact} that several tasks share. */
@AutoService(ArtefactProvider.class)
public final class StandardArtefacts implements ArtefactProvider {
  @Override
  public Map<String, Class<? extends Artefact>> artefacts() {
    return Map.of(
        "attractor", Artefact.Attractor.class,
        "spectrum", Artefact.Spectrum.class,
        "forecast", Artefact.Forecast.class,
        "confusion", Artefact.Confusion.class,
        "examples", Artefact.Examples.class,
        "rounds", Artefact.Rounds.class);
  }
}
