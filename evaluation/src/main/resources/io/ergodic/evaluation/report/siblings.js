// Figures of other seeds and systems lie in files beside the page, which are read when asked for.
const single = (kind) => ["attractor", "confusion"].includes(kind);

// Called by such a file: its items join those of the page.
const arriving = [];
window.ergodic = (id, packed) => arriving.push(inflate(packed).then((text) => join(figures[id], JSON.parse(text))));

function join(figure, more) {
  const shift = (figure.truths || []).length;
  for (const item of more.items) {
    if (more.truths) item.truth += shift;
    const own = (other) => other.system === item.system && other.seed === item.seed && other.label === item.label;
    if (!figure.items.some(own)) figure.items.push(item);
  }
  if (more.truths) figure.truths.push(...more.truths);
}

function missing(figure, selection) {
  const { seed } = selection;
  const has = (system) => figure.items.some((item) => item.system === system && (seed === MEDIAN || String(item.seed) === seed));
  const wanted = (each) => (single(figure.kind) ? each.system === selection.system : figure.items.some((item) => item.system === each.system));
  return (figure.more || []).filter((each) => each.file && !each.read && wanted(each) && !has(each.system));
}

function read(sibling) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = sibling.file;
    script.onload = () => Promise.all(arriving).then(() => { sibling.read = true; done(); }, failed);
    script.onerror = () => failed(new Error("it lies in " + sibling.file + " beside this page, and is not there; keep the page together with the folder it came with."));
    document.head.append(script);
  });
}
