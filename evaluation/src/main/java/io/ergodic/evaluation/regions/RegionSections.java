package io.ergodic.evaluation.regions;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.report.Section;
import io.ergodic.evaluation.report.SectionProvider;
import java.util.List;

/** What the report shows of piecewise-linear systems. */
@AutoService(SectionProvider.class)
public final class RegionSections implements SectionProvider {
  @Override
  public List<Section> sections() {
    return List.of(new RegionSection());
  }
}
