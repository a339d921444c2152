// Line and bar charts: spectra, forecasts, training curves, wall times.
function line(x, y, name, shade, more) {
  return Object.assign({ type: "scatter", mode: "lines", x, y, name, line: { color: shade, width: 1.8 } }, more);
}

// Powers of ten alone; within little more than a decade also 2 and 5; plain within a factor of four.
function logAxis(title, values) {
  const positive = values.flat().filter((v) => v !== null && v > 0);
  const decades = Math.log10(positive.reduce((a, b) => Math.max(a, b), 1e-300) / positive.reduce((a, b) => Math.min(a, b), 1e300));
  if (decades < 0.6) return axis(title);
  if (decades > 1.5) return axis(title, { type: "log", dtick: Math.ceil(decades / 5), exponentformat: "power", tickfont: { size: 11 } });
  const ticks = [];
  for (let power = -12; power < 12; power++) for (const lead of [1, 2, 5]) ticks.push(Number(lead + "e" + power));
  return axis(title, { type: "log", tickvals: ticks, ticktext: ticks.map(String) });
}

charts.spectrum = (plot, figure, selection) => {
  const items = perSystem(figure, selection);
  const truth = line(items[0].frequency, items[0].truth, "truth", colour("truth"), { line: { color: colour("truth"), width: 3 } });
  // The truth sets the scale: a run that stands still has powers of 1e-30 that would flatten the rest.
  const powers = items[0].truth.filter((v) => v > 0);
  const low = Math.log10(Math.min(...powers)) - 1.5, high = Math.log10(Math.max(...powers)) + 1;
  const seen = items.filter((item) => item.generated.some((v) => v > 10 ** low));
  const still = items.filter((item) => !seen.includes(item)).map((item) => item.system);
  return {
    traces: [truth, ...seen.map((item) => line(item.frequency, item.generated, item.system, item.colour))],
    layout: {
      xaxis: axis("frequency"), yaxis: Object.assign(logAxis("power", [[10 ** low, 10 ** high]]), { range: [low, high] }), hovermode: "closest",
      annotations: still.length ? [{ text: still.join(", ").replace(/</g, "&lt;") + ": no power (constant)", x: 1, y: 1, xref: "paper", yref: "paper",
        xanchor: "right", yanchor: "top", showarrow: false, font: { size: 12, color: colour("quiet") } }] : [],
    },
  };
};

// The range of what is true, with room for what is forecast: one that runs away is cut off.
function shown(series) {
  const values = series.flat().filter((v) => v !== null);
  const low = Math.min(...values), high = Math.max(...values), margin = 0.18 * (high - low || 1);
  return [low - margin, high + margin];
}

charts.forecast = (plot, figure, selection) => {
  const items = perSystem(figure, selection);
  const { truth } = items[0];
  const context = items[0].context.slice(-Math.max(24, 2 * truth.length));
  const past = context.map((_, i) => i - context.length), future = truth.map((_, i) => i);
  const last = context.length ? context[context.length - 1] : null;
  const joined = context.length ? [-1, ...future] : future;
  const join = (values) => (context.length ? [last, ...values] : values);
  return {
    traces: [
      line(past, context, "look-back", colour("quiet"), { line: { color: colour("quiet"), width: 1.4 } }),
      line(joined, join(truth), "truth", colour("truth"), { line: { color: colour("truth"), width: 2.6 } }),
      ...items.map((item, i) => line(joined, join(item.forecast), item.system, item.colour, { visible: i < 3 ? true : "legendonly" })),
    ],
    layout: {
      xaxis: axis("time step", { zeroline: false }), yaxis: axis(items[0].label.replace(/</g, "&lt;"), { range: shown([context, truth]) }), hovermode: "x unified",
      shapes: [{ type: "line", x0: 0, x1: 0, yref: "paper", y0: 0, y1: 1, line: { color: colour("quiet"), width: 1, dash: "dot" } }],
    },
  };
};

charts.curve = (plot, figure) => {
  const shown = new Set();
  const traces = [];
  for (const item of figure.items) {
    const named = { legendgroup: item.system, showlegend: !shown.has(item.system), opacity: 0.85 };
    const hover = "%{y:.4g}<extra>" + item.system.replace(/</g, "&lt;") + ", seed " + item.seed + "</extra>";
    shown.add(item.system);
    traces.push(line(item.epoch, item.training, item.system, item.colour, { ...named, hovertemplate: hover, line: { color: item.colour, width: 1.4 } }));
    if (item.validation.some((v) => v !== null)) {
      traces.push(line(item.epoch, item.validation, item.system, item.colour, { ...named, showlegend: false, hovertemplate: hover, line: { color: item.colour, width: 1.4, dash: "dot" } }));
    }
  }
  const positive = figure.items.every((item) => [...item.training, ...item.validation].every((v) => v === null || v > 0));
  const epochs = Math.max(...figure.items.map((item) => item.epoch[item.epoch.length - 1]));
  const height = 360 + legendHeight(plot, [...shown]);
  return { traces, layout: { height, xaxis: axis("epoch", epochs < 10 ? { dtick: 1 } : {}), yaxis: positive ? logAxis("loss", figure.items.flatMap((item) => [item.training, item.validation])) : axis("loss") } };
};

charts.time = (plot, figure) => {
  const items = [...figure.items].reverse();
  return {
    traces: [{
      type: "bar", orientation: "h", y: items.map((item) => item.system), x: items.map((item) => item.seconds[0]),
      text: items.map((item) => item.text), textposition: "outside", cliponaxis: false,
      marker: { color: items.map((item) => item.colour) }, customdata: items.map((item) => item.hover),
      hovertemplate: "%{customdata}<extra>%{y}</extra>", width: 0.56,
    }],
    layout: {
      height: 92 + 38 * items.length, showlegend: false, margin: { l: 20, r: 76, t: 8, b: 44 },
      xaxis: axis("seconds", { rangemode: "tozero", nticks: narrow() ? 4 : 6 }), yaxis: axis("", { showgrid: false, ticksuffix: "  ", tickfont: { color: colour("ink") } }),
    },
  };
};
