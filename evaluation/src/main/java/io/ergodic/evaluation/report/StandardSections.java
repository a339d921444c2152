package io.ergodic.evaluation.report;

import com.google.auto.service.AutoService;
import java.util.List;

/** The sections of every report, and of the tasks whose figures the report's own scripts draw. */
@AutoService(SectionProvider.class)
public final class StandardSections implements SectionProvider {
  @Override
  public List<Section> sections() {
    return List.of(
        new OverviewSection(),
        new LeaderboardSection(),
        new TableSection(),
        AttractorFigure.section(),
        SpectrumFigure.section(),
        ForecastFigure.section(),
        ConfusionFigure.section(),
        new ExampleSection(),
        new CurveSection(),
        new AveragingSection(),
        new TimeSection(),
        new ProvenanceSection());
  }
}
