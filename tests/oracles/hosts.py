"""Pages that hand our exports to the programs they are for, and return the titles of the events that these then show."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import attrs

from tests.oracles.browser import Browser, npm

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<link rel="icon" href="data:,">{styles}</head><body>{body}{scripts}</body></html>"""


@attrs.frozen
class Host:
    """A program that shows timelines: what its page loads, and the script that hands over a document and reports back.

    The script is given the document and a function to call with ``{shown: [titles], faults: [texts]}``.
    """

    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    hand_over: str
    decode: Callable[[bytes], object] = json.loads

    def page(self, folder: Path) -> Path:
        """Write the page that loads the program."""
        page = folder / "host.html"
        page.write_text(
            PAGE.format(
                title="host",
                styles="".join(
                    f'<link rel="stylesheet" href="{escape(npm(path).as_uri())}">' for path in self.styles
                ),
                scripts="".join(
                    f'<script src="{escape(npm(path).as_uri())}"></script>' for path in self.scripts
                ),
                body='<main><h1>host</h1><div id="here" style="width:1200px;height:700px"></div></main>',
            ),
            encoding="utf-8",
        )
        return page

    def shown(self, browser: Browser, folder: Path, document: bytes) -> list[str]:
        """Return the titles that the program shows; what it complains about is an error."""
        browser.show(self.page(folder))
        found = browser.wait_for(self.hand_over, self.decode(document))
        assert found["faults"] == [], found["faults"]
        assert [text for text in browser.messages() if "SEVERE" in text or "rror" in text] == []
        assert [url for url in browser.requests() if not url.startswith(("file:", "data:"))] == []
        titles: list[str] = found["shown"]
        return [" ".join(title.split()) for title in titles]


TIMELINEJS = Host(
    ("@knight-lab/timelinejs/dist/js/timeline.js",),
    ("@knight-lab/timelinejs/dist/css/timeline.css",),
    """
    const [data, done] = arguments;
    const refuse = (why) => done({faults: [String(why?.message ?? why)], shown: []});
    addEventListener("unhandledrejection", (event) => refuse(event.reason));
    addEventListener("error", (event) => refuse(event.message));
    const timeline = new TL.Timeline("here", data, {hash_bookmark: false, font: null, start_at_slide: 0});
    const report = () => done({
      faults: timeline.config.getErrors(),
      shown: [...document.querySelectorAll(".tl-timemarker .tl-headline")].map(one => one.textContent),
    });
    timeline.on("ready", report);
    """,
)
VIS = Host(
    ("vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",),
    ("vis-timeline/styles/vis-timeline-graph2d.min.css",),
    """
    const [data, done] = arguments;
    const groups = data.groups ? new vis.DataSet(data.groups) : undefined;
    const items = new vis.DataSet(data.items);
    const timeline = new vis.Timeline(document.getElementById("here"), items, groups, {moment: vis.moment.utc});
    timeline.fit({animation: false});
    timeline.redraw();
    const drawn = Object.values(timeline.itemSet.items).filter(item => item.displayed);
    done({faults: [], shown: drawn.map(item => item.dom.content.textContent)});
    """,
)
MERMAID = """
    const [text, done] = arguments;
    mermaid.initialize({startOnLoad: false, securityLevel: "strict"});
    mermaid.parse(text).then(() => mermaid.render("drawing", text)).then(({svg}) => {
      document.getElementById("here").innerHTML = svg;
      const shown = [...document.querySelectorAll(%s)].map(one => one.textContent);
      done({faults: [], shown});
    }).catch(error => done({faults: [String(error)], shown: []}));
    """
HOSTS = {
    "timelinejs": TIMELINEJS,
    "vis": VIS,
    "mermaid": Host(("mermaid/dist/mermaid.min.js",), (), MERMAID % "'.eventWrapper'", bytes.decode),
    "mermaid-gantt": Host(
        ("mermaid/dist/mermaid.min.js",), (), MERMAID % "'text[class*=taskText]'", bytes.decode
    ),
}
