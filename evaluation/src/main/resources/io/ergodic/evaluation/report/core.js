// Drawing by kind: a chart is a function of (plot element, figure, selection) that gives
// {traces, layout}; charts register themselves here.
const charts = {};
const figures = JSON.parse(document.getElementById("figures").textContent);
const errors = [];
window.addEventListener("error", (event) => fail(event.message));
window.addEventListener("unhandledrejection", (event) => fail(String(event.reason)));

function fail(message) {
  errors.push(message);
  document.body.dataset.errors = errors.join(" | ");
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

function narrow() {
  return window.innerWidth < 720;
}

// Plotly is packed within the page and unpacked once, when the first figure comes into view.
let library;
function plotly() {
  library = library || unpack();
  return library;
}

// The text of what is compressed and in base 64.
async function inflate(packed) {
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  if (typeof DecompressionStream === "undefined") {
    throw new Error("This browser cannot unpack the figures; any of 2023 or later can.");
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

async function unpack() {
  const script = document.createElement("script");
  script.textContent = await inflate(document.getElementById("plotly").textContent);
  document.head.append(script);
  return window.Plotly;
}

function axis(title, more) {
  return Object.assign({
    title: { text: title, standoff: 10, font: { size: 13 } },
    gridcolor: colour("line"), linecolor: colour("line"), zerolinecolor: colour("line"),
    automargin: true,
  }, more);
}

function layout(more) {
  return Object.assign({
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: colour("sans"), size: 13, color: colour("quiet") },
    margin: { l: 58, r: 14, t: 8, b: 46 },
    legend: { orientation: "h", y: 1.02, yanchor: "bottom", x: 0, font: { size: 13 } },
    hoverlabel: { bgcolor: colour("card"), bordercolor: colour("line"), font: { color: colour("ink"), family: colour("sans") } },
    height: 360,
  }, more);
}

async function draw(holder) {
  const plot = holder.querySelector(".plot");
  const figure = figures[holder.id];
  try {
    const Plotly = await plotly();
    await Promise.all(missing(figure, holder.selection || {}).map(read));
    const drawing = charts[figure.kind](plot, figure, holder.selection || {});
    const config = { responsive: true, displaylogo: false, displayModeBar: false, scrollZoom: false };
    await Plotly.react(plot, drawing.traces, layout(drawing.layout), Object.assign(config, drawing.config));
    if (drawing.after) drawing.after(plot, Plotly);
    holder.dataset.drawn = "yes";
    document.body.dataset.drawn = document.querySelectorAll(".figure[data-drawn]").length;
  } catch (error) {
    plot.replaceChildren(Object.assign(document.createElement("p"),
      { className: "plot-error", textContent: "This figure could not be drawn: " + error.message }));
    holder.dataset.failed = "yes";
    fail(error.message);
  }
}
