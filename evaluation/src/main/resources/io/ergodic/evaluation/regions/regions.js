// Linear regions: the attractor by region at the left, the transition graph at the right, and the
// sequence of regions as a strip below (all above each other on a phone).
const REGION_COLOURS = ["#3d7edb", "#e8793a", "#2ba678", "#c64fa0", "#d9a31c", "#8b6be0", "#1ba6bd", "#dc4e56", "#7f9b2f", "#a57150", "#5f6fa8", "#b0578d"];
const regionColour = (region) => (region < REGION_COLOURS.length ? REGION_COLOURS[region] : colour("quiet"));
const regionName = (item, region) => (item.names[region] ? (region + 1) + " (" + item.names[region] + ")" : String(region + 1));

charts.regions = (plot, figure, selection) => {
  const item = chosen(figure, selection);
  const stacked = narrow();
  const boxes = stacked
    ? { orbit: { x: [0, 1], y: [0.52, 1] }, graph: { x: [0.05, 0.95], y: [0.1, 0.48] }, strip: { x: [0, 1], y: [0, 0.04] } }
    : { orbit: { x: [0, 0.54], y: [0.12, 1] }, graph: { x: [0.6, 1], y: [0.14, 1] }, strip: { x: [0, 1], y: [0, 0.05] } };
  const orbit = regionOrbit(item, boxes.orbit);
  const graph = regionGraph(item, boxes.graph);
  const strip = regionStrip(item, boxes.strip);
  return {
    traces: [...orbit.traces, ...graph.traces, ...strip.traces],
    layout: Object.assign({
      height: stacked ? 820 : 560, margin: { l: 8, r: 8, t: 30, b: 30 }, hovermode: "closest",
      legend: { orientation: "h", y: 1.02, yanchor: "bottom", x: 0, font: { size: 12 }, itemsizing: "constant" },
      annotations: graph.annotations, uirevision: "regions",
    }, orbit.layout, graph.layout, strip.layout),
  };
};
charts.regions.controls = chips;

function regionOrbit(item, box) {
  const [x, y, z] = item.orbit;
  const count = Math.min(item.visits.length, REGION_COLOURS.length);
  const of = (region) => item.region.map((r, i) => i).filter((i) => (region < count ? item.region[i] === region : item.region[i] >= count));
  const parts = [...Array(count).keys()].map((region) => [region, "region " + regionName(item, region)]);
  if (item.regions > count) parts.push([count, "others"]);
  const pick = (values, places) => places.map((i) => values[i]);
  const flat = !z;
  const points = (places, name, shade) => Object.assign(
    { mode: "markers", x: pick(x, places), y: pick(y || x.map((_, i) => x[i + 1]), places), name, marker: { color: shade, size: flat ? 3 : 1.8 }, hoverinfo: "name" },
    flat ? { type: "scatter" } : { type: "scatter3d", z: pick(z, places), scene: "scene" });
  const traces = parts.map(([region, name]) => points(of(region), name, regionColour(region)));
  const marks = (cycles, name, symbol) => Object.assign(
    { mode: "markers", name, x: cycles.flatMap((c) => c.points[0]), y: cycles.flatMap((c) => c.points[1] || [...c.points[0].slice(1), c.points[0][0]]),
      text: cycles.flatMap((c) => c.points[0].map(() => c.stability)), hovertemplate: "%{text}<extra>" + name + "</extra>",
      marker: { color: colour("ink"), symbol, size: flat ? 9 : 5 } },
    flat ? { type: "scatter" } : { type: "scatter3d", z: cycles.flatMap((c) => c.points[2]), scene: "scene" });
  const inView = item.cycles.filter((c) => c.points.every((values, d) => item.orbit[d] && values.every((v) => within(v, item.orbit[d]))));
  const fixed = inView.filter((c) => c.points[0].length === 1), longer = inView.filter((c) => c.points[0].length > 1);
  if (fixed.length) traces.push(marks(fixed, "fixed point", "diamond"));
  if (longer.length) traces.push(marks(longer, "cycle", "x"));
  if (!flat) {
    return { traces, layout: { scene: scene(item, item.orbit, box) } };
  }
  return { traces, layout: { xaxis: axis(item.columns[0], { domain: box.x }), yaxis: axis(item.columns[1] || item.columns[0] + "(t + 1)", { domain: box.y }) } };
}

// Twice as far as the orbit goes at most: what lies beyond would make it small.
function within(value, values) {
  const [low, high] = range(values);
  return value > low - (high - low) / 2 && value < high + (high - low) / 2;
}

function regionGraph(item, box) {
  const count = item.visits.length, traces = [], annotations = [];
  const place = (i) => { const turn = Math.PI / 2 - (2 * Math.PI * i) / count; return count === 1 ? [0, 0] : [Math.cos(turn), Math.sin(turn)]; };
  const most = Math.max(...item.visits);
  item.from.forEach((from, e) => {
    const to = item.to[e], p = item.probability[e], [ax, ay] = place(from), [bx, by] = place(to);
    const hover = regionName(item, from) + " → " + regionName(item, to) + ": " + p.toPrecision(3);
    const xs = [], ys = [];
    for (let k = 0; k <= 24; k++) {
      const t = k / 24;
      if (from === to) { // a loop outside of its node
        const r = 0.17, turn = 2 * Math.PI * t, [dx, dy] = count === 1 ? [0, 1] : [ax, ay];
        xs.push(ax + r * ((1 - Math.cos(turn)) * dx - Math.sin(turn) * dy));
        ys.push(ay + r * ((1 - Math.cos(turn)) * dy + Math.sin(turn) * dx));
      } else { // bowed to one side, so that both directions are seen
        const mx = (ax + bx) / 2 - 0.16 * (by - ay), my = (ay + by) / 2 + 0.16 * (bx - ax);
        xs.push((1 - t) ** 2 * ax + 2 * t * (1 - t) * mx + t * t * bx);
        ys.push((1 - t) ** 2 * ay + 2 * t * (1 - t) * my + t * t * by);
      }
    }
    traces.push({ type: "scatter", mode: "lines", x: xs, y: ys, xaxis: "x2", yaxis: "y2", showlegend: false, hoverinfo: "text", text: xs.map(() => hover),
      line: { color: regionColour(from), width: 0.8 + 4 * p }, opacity: 0.75 });
    const tip = from === to ? 20 : 16;
    annotations.push({ x: xs[tip], y: ys[tip], ax: xs[tip - 2], ay: ys[tip - 2], xref: "x2", yref: "y2", axref: "x2", ayref: "y2", text: "",
      showarrow: true, arrowhead: 2, arrowsize: 1.1, arrowwidth: 1.2, arrowcolor: regionColour(from) });
    if (count <= 6 && p < 0.9995) annotations.push({ x: xs[12], y: ys[12], xref: "x2", yref: "y2", text: p.toPrecision(2), showarrow: false,
      font: { size: 11, color: colour("ink") }, bgcolor: colour("card") });
  });
  traces.push({ type: "scatter", mode: "markers+text", xaxis: "x2", yaxis: "y2", showlegend: false,
    x: item.visits.map((_, i) => place(i)[0]), y: item.visits.map((_, i) => place(i)[1]), text: item.visits.map((_, i) => String(i + 1)),
    textfont: { color: "#fff", size: 13 }, marker: { color: item.visits.map((_, i) => regionColour(i)), opacity: 1, size: item.visits.map((v) => 22 + 16 * Math.sqrt(v / most)) },
    hovertext: item.visits.map((v, i) => "region " + regionName(item, i) + ": " + ((100 * v) / item.steps).toPrecision(3) + " % of the run"), hoverinfo: "text" });
  const bare = { range: [-1.6, 1.6], visible: false, fixedrange: true };
  return { traces, annotations, layout: { xaxis2: Object.assign({ domain: box.x, anchor: "y2" }, bare), yaxis2: Object.assign({ domain: box.y, anchor: "x2", scaleanchor: "x2" }, bare) } };
}

function regionStrip(item, box) {
  const last = REGION_COLOURS.length;
  const scale = [];
  for (let i = 0; i <= last; i++) scale.push([i / (last + 1), regionColour(i)], [(i + 1) / (last + 1), regionColour(i)]);
  return {
    traces: [{ type: "heatmap", z: [item.symbols.map((s) => Math.min(s, last))], zmin: -0.5, zmax: last + 0.5, colorscale: scale, showscale: false,
      xaxis: "x3", yaxis: "y3", hovertemplate: "step %{x}<extra></extra>" }],
    layout: { xaxis3: axis("", { domain: box.x, anchor: "y3", showgrid: false, zeroline: false, tickfont: { size: 11 } }), yaxis3: { domain: box.y, anchor: "x3", visible: false } },
  };
}
