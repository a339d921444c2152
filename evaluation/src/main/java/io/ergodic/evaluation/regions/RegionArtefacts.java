package io.ergodic.evaluation.regions;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactProvider;
import java.util.Map;

/**
 * Makes portraits of linear regions known to trials and reports. They were stored in another form
 * as {@code regions}, and such ones are left out.
 */
@AutoService(ArtefactProvider.class)
public final class RegionArtefacts implements ArtefactProvider {
  @Override
  public Map<String, Class<? extends Artefact>> artefacts() {
    return Map.of("region-portrait", RegionPortrait.class);
  }
}
