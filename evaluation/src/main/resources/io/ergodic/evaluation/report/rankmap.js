// Ranks of systems (rows, best mean rank first) on datasets (columns), one metric at a time.
charts.rankmap = (plot, figure, selection) => {
  const item = figure.items.find((each) => each.label === selection.label) || figure.items[0];
  const rows = item.systems.length;
  return {
    traces: [{
      type: "heatmap", z: item.ranks, x: item.datasets, y: item.systems, zmin: 1, zmax: Math.max(2, rows),
      colorscale: [[0, colour("accent")], [1, colour("faint")]], xgap: 1, ygap: 1,
      colorbar: { title: { text: "rank", side: "right" }, thickness: 10, outlinewidth: 0 },
      hovertemplate: "%{y} on %{x}<br>rank %{z}<extra></extra>",
    }],
    layout: {
      height: 120 + Math.max(12, Math.min(22, 4000 / rows)) * rows,
      xaxis: axis("", { type: "category", showgrid: false, side: "top", tickangle: -40 }),
      yaxis: axis("", { type: "category", autorange: "reversed", showgrid: false, tickmode: rows > 330 ? "auto" : "linear" }),
    },
  };
};
charts.rankmap.controls = (holder, items) => menu(holder, "label", "by", distinct(items.map((item) => item.label)));
