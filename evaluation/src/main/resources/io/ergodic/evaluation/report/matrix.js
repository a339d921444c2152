// Confusion matrix as a heat map: shade is the share of the true class, figures are counts.
charts.confusion = (plot, figure, selection) => {
  const item = chosen(figure, selection);
  const share = item.counts.map((row) => {
    const total = row.reduce((a, b) => a + b, 0);
    return row.map((count) => (total ? count / total : 0));
  });
  const many = item.classes.length > 12 || (narrow() && item.classes.length > 7);
  const width = plot.clientWidth || 480;
  return {
    traces: [{
      type: "heatmap", z: share, x: item.classes, y: item.classes, customdata: item.counts, zmin: 0, zmax: 1,
      colorscale: [[0, colour("faint")], [1, item.colour]], showscale: false, xgap: 2, ygap: 2,
      hovertemplate: "true %{y}<br>predicted %{x}<br>%{customdata} (%{z:.1%})<extra></extra>",
    }],
    layout: {
      height: Math.min(560, Math.max(340, width * 0.9)),
      annotations: many ? [] : item.counts.flatMap((row, i) => row.map((count, j) => ({
        x: j, y: i, text: count ? String(count) : "·", showarrow: false,
        font: { size: 13, color: share[i][j] > 0.45 ? "#fff" : count ? colour("ink") : colour("quiet") },
      }))),
      xaxis: axis("predicted", { type: "category", showgrid: false, tickangle: item.classes.every((name) => name.length < 3) ? 0 : -40 }),
      yaxis: axis("true", { type: "category", autorange: "reversed", showgrid: false }),
    },
  };
};
