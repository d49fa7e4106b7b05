/* A pad to draw on. What is drawn goes with the form as strokes: [pen, width, [x, y, x, y, …]]. Without this file a photograph does. */
(function () {
  "use strict";

  const NEAR = 3; // points nearer than this say nothing

  function draw(context, pens, [pen, width, points]) {
    context.strokeStyle = context.fillStyle = pens[pen];
    context.lineWidth = width;
    context.lineCap = context.lineJoin = "round";
    context.beginPath();
    context.moveTo(points[0], points[1]);
    for (let at = 2; at < points.length; at += 2) context.lineTo(points[at], points[at + 1]);
    if (points.length === 2) context.lineTo(points[0], points[1]);
    context.stroke();
  }

  /* The same way with fewer points: none that stands nearer than `near` to the line that is drawn without it. */
  function thinned(points, near) {
    const kept = new Set([0, points.length - 2]);
    const parts = [[0, points.length - 2]];
    while (parts.length) {
      const [from, to] = parts.pop();
      const [x, y] = [points[from], points[from + 1]];
      const [wide, high] = [points[to] - x, points[to + 1] - y];
      const long = wide * wide + high * high;
      let [farthest, way] = [0, near];
      for (let at = from + 2; at < to; at += 2) {
        const [a, b] = [points[at] - x, points[at + 1] - y];
        const along = long ? Math.min(Math.max((a * wide + b * high) / long, 0), 1) : 0;
        const off = Math.hypot(a - along * wide, b - along * high);
        if (off > way) [farthest, way] = [at, off];
      }
      if (farthest) {
        kept.add(farthest);
        parts.push([from, farthest], [farthest, to]);
      }
    }
    return [...kept].sort((a, b) => a - b).flatMap((at) => [points[at], points[at + 1]]);
  }

  function read(text) {
    try {
      return JSON.parse(text || "[]");
    } catch {
      return [];
    }
  }

  function begin(box) {
    if (box.dataset.draw === "ready") return;
    box.dataset.draw = "ready";
    const canvas = box.querySelector("canvas");
    const context = canvas.getContext("2d");
    const kept = box.querySelector("[data-strokes]");
    const state = box.querySelector("[role=status]");
    const choices = [...box.querySelectorAll("[data-pen]")];
    const pens = Object.fromEntries(choices.map((each) => [each.dataset.pen, each.dataset.colour]));
    const width = choices.length > 1 ? 10 : 6;
    let pen = choices[0].dataset.pen;
    let strokes = read(kept.value);
    let cleared = [];
    let now = null;
    const most = Number(box.dataset.most);
    const photo = box.querySelector("input[type=file]");
    const which = box.querySelector("[data-which]");

    const count = () => strokes.reduce((sum, stroke) => sum + stroke[2].length / 2, 0);
    const both = () => Boolean(photo && photo.files.length && strokes.length);

    /* Nobody sees the difference; where it is still too much, the pad takes nothing more and says so. */
    function thin() {
      if (now) now.stroke[2] = thinned(now.stroke[2], 1);
      if (count() > most / 2) strokes.forEach((stroke) => (stroke[2] = thinned(stroke[2], 2)));
    }

    function show() {
      context.fillStyle = "#fff";
      context.fillRect(0, 0, canvas.width, canvas.height);
      strokes.forEach((stroke) => draw(context, pens, stroke));
      kept.value = strokes.length ? JSON.stringify(strokes) : "";
      state.textContent = count() >= most ? state.dataset.full : strokes.length ? state.dataset.drawn : state.dataset.empty;
      which.hidden = !both();
    }

    function point(event) {
      const area = canvas.getBoundingClientRect();
      const within = (value, most) => Math.round(Math.min(Math.max(value, 0), 1) * most);
      return [
        within((event.clientX - area.left) / area.width, canvas.width),
        within((event.clientY - area.top) / area.height, canvas.height),
      ];
    }

    canvas.addEventListener("pointerdown", (event) => {
      if (event.button > 0 || now) return;
      event.preventDefault();
      if (count() >= most) return;
      canvas.setPointerCapture(event.pointerId);
      now = { id: event.pointerId, stroke: [pen, width, point(event)] };
      strokes.push(now.stroke);
      show();
    });

    canvas.addEventListener("pointermove", (event) => {
      if (!now || event.pointerId !== now.id) return;
      const points = now.stroke[2];
      const [x, y] = point(event);
      if (Math.hypot(x - points.at(-2), y - points.at(-1)) < NEAR) return;
      points.push(x, y);
      draw(context, pens, [now.stroke[0], width, points.slice(-4)]);
      if (count() < most) return;
      thin();
      if (count() >= most) end(event);
    });

    function end(event) {
      if (!now || event.pointerId !== now.id) return;
      thin();
      now = null;
      cleared = [];
      show();
    }
    canvas.addEventListener("pointerup", end);
    canvas.addEventListener("pointercancel", end);

    box.addEventListener("click", (event) => {
      const chosen = event.target.closest("button");
      if (!chosen) return;
      if (chosen.dataset.pen) {
        pen = chosen.dataset.pen;
        choices.forEach((each) => each.setAttribute("aria-pressed", String(each === chosen)));
      } else if ("undo" in chosen.dataset) {
        if (strokes.length) strokes.pop();
        else strokes = cleared;
      } else if ("clear" in chosen.dataset) {
        if (strokes.length) cleared = strokes;
        strokes = [];
      } else if (chosen.dataset.keep === "drawing") {
        photo.value = "";
      } else if (chosen.dataset.keep === "photo") {
        cleared = strokes;
        strokes = [];
      }
      show();
      if (chosen.dataset.keep) photo.focus();
    });

    if (photo) {
      photo.addEventListener("change", show);
      photo.form.addEventListener("submit", (event) => {
        if (!both()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        which.focus();
      });
    }

    const instead = box.querySelector("[data-instead]");
    if (instead) instead.textContent = instead.dataset.instead;
    box.querySelector("[hidden]").hidden = false;
    show();
  }

  document.querySelectorAll("[data-draw]").forEach(begin);
})();
