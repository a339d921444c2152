// Operators: the output over its grid, truth and predictions, errors below; the input thin behind.
charts.function = (plot, figure, selection) => {
  const items = perSystem(figure, selection);
  const { grid, input, truth } = items[0];
  const from = grid[0], extent = grid[grid.length - 1] - grid[0];
  const places = input.map((_, i) => from + (extent * i) / Math.max(1, input.length - 1));
  const error = (item) => item.prediction.map((v, i) => v - truth[i]);
  const seen = (i) => (i < 3 ? true : "legendonly");
  return {
    traces: [
      line(places, input, "input", colour("quiet"), { line: { color: colour("quiet"), width: 1.2, dash: "dot" } }),
      line(grid, truth, "truth", colour("truth"), { line: { color: colour("truth"), width: 2.8 } }),
      ...items.map((item, i) => line(grid, item.prediction, item.system, item.colour, { legendgroup: item.system, visible: seen(i) })),
      ...items.map((item, i) => line(grid, error(item), item.system, item.colour, { legendgroup: item.system, showlegend: false, yaxis: "y2", visible: seen(i) })),
    ],
    layout: {
      height: 460, hovermode: "x unified", xaxis: axis("x", { anchor: "y2", zeroline: false }),
      yaxis: axis("value", { domain: [0.36, 1] }), yaxis2: axis("error", { domain: [0, 0.28] }),
    },
  };
};
charts.function.controls = (holder, items) => menu(holder, "label", "", distinct(items.map((item) => item.label)));
