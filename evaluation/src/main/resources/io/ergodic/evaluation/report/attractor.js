// Truth at the left, generated at the right (above and below on a phone), cameras tied together.
charts.attractor = (plot, figure, selection) => {
  const item = chosen(figure, selection);
  const truth = figure.truths[item.truth];
  return item.columns.length > 2 ? space(plot, item, truth) : plane(item, truth);
};

const titles = (item, stacked) => [
  { text: "<b>truth</b>", x: 0, y: 1 },
  { text: "<b>" + item.system.replace(/</g, "&lt;") + "</b> · seed " + item.seed, x: stacked ? 0 : 0.52, y: stacked ? 0.48 : 1 },
].map((note) => Object.assign(note, {
  xref: "paper", yref: "paper", xanchor: "left", yanchor: "top", showarrow: false,
  font: { size: 14, color: colour("ink") },
}));

function range(values) {
  const finite = values.filter((v) => v !== null);
  const low = Math.min(...finite), high = Math.max(...finite), margin = 0.06 * (high - low || 1);
  return [low - margin, high + margin];
}

// Points between the recorded ones, on a Catmull-Rom curve through them: the line looks like a flow
// and still passes through every recorded point.
function smooth(columns) {
  const parts = 3;
  return columns.map((v) => {
    const out = [];
    for (let i = 0; i < v.length; i++) {
      out.push(v[i]);
      const [a, b, c, d] = [v[i - 1], v[i], v[i + 1], v[i + 2]];
      if ([a, b, c, d].some((each) => each === null || each === undefined)) continue;
      for (let k = 1; k < parts; k++) {
        const t = k / parts;
        out.push(b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));
      }
    }
    return out;
  });
}

// Equal scale on all axes unless one variable is far smaller than another.
function proportions(truth) {
  const spans = truth.map((values) => { const [low, high] = range(values); return high - low; });
  const most = Math.max(...spans);
  const [x, y, z] = spans.map((span) => 1.12 * (most / Math.min(...spans) < 3 ? span / most : 1));
  return { x, y, z };
}

function scene(item, truth, domain) {
  const one = (i) => ({
    title: { text: item.columns[i], font: { size: 12, color: colour("quiet") } }, range: range(truth[i]), gridcolor: colour("line"),
    zeroline: false, showbackground: false, showspikes: false, nticks: 5, tickfont: { size: 10, color: colour("quiet") },
  });
  return { domain, xaxis: one(0), yaxis: one(1), zaxis: one(2), aspectmode: "manual", aspectratio: proportions(truth),
    camera: { eye: { x: 1.0, y: -1.45, z: 0.42 }, center: { x: 0, y: 0, z: -0.08 } }, dragmode: "turntable" };
}

// A free run that leaves is cut where it is three spans away: WebGL draws nothing sensible beyond.
function inside(columns, truth) {
  const limits = truth.map((values) => { const [low, high] = range(values); return [2 * low - high, 2 * high - low]; });
  const out = columns[0].map((_, i) => columns.some((v, d) => v[i] === null || v[i] < limits[d][0] || v[i] > limits[d][1]));
  return columns.map((values) => values.map((v, i) => (out[i] ? null : v)));
}

// A run that has come to rest is a point, which no line shows.
function atRest(columns, truth) {
  return columns.every((values, d) => {
    const [low, high] = range(truth[d]), finite = values.filter((v) => v !== null);
    return finite.length && Math.max(...finite) - Math.min(...finite) < 1e-3 * (high - low);
  });
}

function space(plot, item, truth) {
  const line = (xyz, shade, width, name, place) => ({
    type: "scatter3d", mode: "lines", x: xyz[0], y: xyz[1], z: xyz[2], name, scene: place, opacity: 0.85,
    line: { color: shade, width }, hoverinfo: "skip", showlegend: false,
  });
  const stacked = narrow();
  const domains = stacked ? [{ x: [0, 1], y: [0.52, 1] }, { x: [0, 1], y: [0, 0.48] }] : [{ x: [0, 0.49], y: [0, 1] }, { x: [0.51, 1], y: [0, 1] }];
  const first = scene(item, truth, domains[0]), second = scene(item, truth, domains[1]);
  const run = line(smooth(inside(item.generated, truth)), item.colour, 2, item.system, "scene2");
  if (atRest(item.generated.map((values) => values.slice(-100)), truth)) {
    Object.assign(run, { mode: "lines+markers", marker: { color: item.colour, size: run.x.map((_, i) => (i === run.x.length - 1 ? 12 : 0)), line: { width: 0 } } });
  }
  if (plot.camera) first.camera = second.camera = plot.camera;
  return {
    traces: [line(smooth(truth), colour("truth"), 2, "truth", "scene"), run],
    layout: { scene: first, scene2: second, height: stacked ? 640 : 520, margin: { l: 0, r: 0, t: 0, b: 0 }, annotations: titles(item, stacked), uirevision: "camera" },
    config: { scrollZoom: !stacked },
    after: tieCameras,
  };
}

// Only a turn by hand is passed on, so the two do not answer each other for ever.
function tieCameras(plot, Plotly) {
  if (plot.tied) return;
  plot.tied = true;
  let passing = false;
  const pass = async (event) => {
    const from = ["scene", "scene2"].find((name) => event[name + ".camera"]);
    if (!from || passing) return;
    passing = true;
    plot.camera = event[from + ".camera"];
    await Plotly.relayout(plot, { [(from === "scene" ? "scene2" : "scene") + ".camera"]: plot.camera });
    passing = false;
  };
  plot.on("plotly_relayout", pass);
  plot.on("plotly_relayouting", pass);
}

// Two variables against each other; one against its own next value.
function plane(item, truth) {
  const single = item.columns.length === 1;
  const pair = (xs) => (single ? [xs[0].slice(0, -1), xs[0].slice(1)] : xs);
  const line = (xs, shade, name, place) => ({
    type: "scatter", mode: single ? "markers" : "lines", x: pair(xs)[0], y: pair(xs)[1], name, xaxis: "x" + place, yaxis: "y" + place,
    line: { color: shade, width: 1 }, marker: { color: shade, size: 3 }, showlegend: false, hoverinfo: "skip",
  });
  const names = single ? [item.columns[0] + "(t)", item.columns[0] + "(t + 1)"] : item.columns;
  const ranges = [range(truth[0]), range(truth[single ? 0 : 1])];
  return {
    traces: [line(truth, colour("truth"), "truth", ""), line(item.generated, item.colour, item.system, "2")],
    layout: {
      height: 440, margin: { l: 50, r: 14, t: 34, b: 46 },
      annotations: titles(item, false).map((note) => Object.assign(note, { yanchor: "bottom" })),
      xaxis: axis(names[0], { domain: [0, 0.46], range: ranges[0] }), yaxis: axis(names[1], { range: ranges[1] }),
      xaxis2: axis(names[0], { domain: [0.54, 1], range: ranges[0] }), yaxis2: axis("", { range: ranges[1], anchor: "x2" }),
    },
  };
}
