"use strict";
(() => {
  const make = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const button = (text, label, act) => {
    const made = make("button", { type: "button", textContent: text });
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };
  const toolbar = (id, ...tools) => {
    const heading = document.getElementById(id + "-heading");
    if (heading) heading.after(make("div", { className: "tools" }, ...tools));
  };
  const nameIn = (row) => decodeURIComponent(row.getAttribute("href").slice(1));
  const rows = new Map([...document.querySelectorAll(".picture a")].map((row) => [nameIn(row), row]));
  const rowOf = (event) => rows.get(event.id);

  // Finding: events in which all the words occur stay, and the rows of the others step back.
  const events = [...document.querySelectorAll(".event")];
  const proofs = [...document.querySelectorAll(".event details")];
  const tools = [];
  if (events.length > 5) {
    const texts = new Map();
    const textOf = (event) => {
      if (!texts.has(event)) texts.set(event, event.textContent.toLowerCase());
      return texts.get(event);
    };
    const found = make("span", { className: "found" });
    found.setAttribute("role", "status");
    const field = make("input", { type: "search", placeholder: "Find in events" });
    field.setAttribute("aria-label", "Find in events");
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const event of events) {
        event.hidden = !words.every((word) => textOf(event).includes(word));
        rowOf(event)?.classList.toggle("aside", event.hidden);
      }
      const shown = events.filter((event) => !event.hidden).length;
      found.textContent = words.length ? `${shown} of ${events.length} events` : "";
    });
    tools.push(field, found);
  }
  if (proofs.length) {
    tools.push(button("Open every proof", "", (click) => {
      const open = proofs.some((proof) => !proof.open);
      for (const proof of proofs) proof.open = open;
      click.target.textContent = open ? "Close every proof" : "Open every proof";
    }));
  }
  if (tools.length) toolbar("events", ...tools);

  // Zoom: the picture is in percent of its frame, so it is enough to make it wider.
  const frame = document.querySelector(".frame");
  if (frame) {
    let width = 1;
    const zoom = (factor) => () => {
      const middle = (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth;
      width = Math.min(16, Math.max(1, width * factor));
      frame.classList.toggle("zoomed", width > 1);
      frame.tabIndex = width > 1 ? 0 : -1;
      frame.firstElementChild.style.width = `${100 * width}%`;
      frame.scrollLeft = middle * frame.scrollWidth - frame.clientWidth / 2;
    };
    toolbar("overview", button("−", "Zoom out", zoom(0.5)), button("+", "Zoom in", zoom(2)));
  }

  // Highlighting: an event and its row show that they belong together.
  let lit = [];
  const light = (target) => {
    for (const one of lit) one.classList.remove("lit");
    const event = target.closest?.(".event");
    const row = target.closest?.(".picture a");
    lit = [event && rowOf(event), row && document.getElementById(nameIn(row))].filter(Boolean);
    for (const one of lit) one.classList.add("lit");
  };
  addEventListener("pointerover", (move) => light(move.target));
  addEventListener("focusin", (move) => light(move.target));

  // Paper cannot be clicked: every proof is opened for it, and closed again.
  addEventListener("beforeprint", () => {
    for (const closed of document.querySelectorAll("details:not([open])")) {
      closed.open = true;
      closed.dataset.printed = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const opened of document.querySelectorAll("details[data-printed]")) {
      opened.open = false;
      delete opened.dataset.printed;
    }
  });
})();
