"""Our page in a real browser: accessible by axe-core's rules, silent, and content with itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.oracles.browser import LIGHTS, SIZES, Browser, npm
from tests.oracles.judged import STORIES
from tests.render import stories
from timeline.cli.site import Site, serving
from timeline.formats.pictures.htmlpage import to_html
from timeline.model.timeline import Timeline
from timeline.render.layout import layout
from timeline.render.page import render_page
from timeline.strategies import timelines

pytestmark = pytest.mark.oracle

RUN_AXE = """
const [source, done] = arguments;
new Function(source)();
for (const closed of document.querySelectorAll("details")) closed.open = true;
axe.run(document, {resultTypes: ["violations"]}).then(found => done({
  violations: found.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 200))]),
  passes: found.passes.length,
}), error => done({error: String(error)}));
"""
ALL_STORIES = {
    **STORIES,
    "hostile": stories.hostile,
    "open-sides": stories.open_sides,
    "outage": stories.outage,
}


def written(timeline: Timeline, folder: Path) -> Path:
    path = folder / "page.html"
    path.write_bytes(to_html(timeline).data)
    return path


def axe(browser: Browser) -> list[Any]:
    """Return the violations that axe-core finds with every proof opened; its source is run beside the page's policy."""
    found = browser.wait_for(RUN_AXE, npm("axe-core/axe.min.js").read_text(encoding="utf-8"))
    assert "error" not in found, found
    assert found["passes"] > 3
    violations: list[Any] = found["violations"]
    return violations


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("story", ALL_STORIES)
def test_the_page_is_accessible_silent_and_alone(
    browser: Browser, tmp_path: Path, story: str, size: str, light: str
) -> None:
    page = written(ALL_STORIES[story](), tmp_path)
    browser.show(page, size=size, light=light)
    assert axe(browser) == []
    assert browser.messages() == []
    assert [url for url in browser.requests() if url not in {page.as_uri(), "data:,"}] == []
    wide = browser.run("return document.documentElement.scrollWidth")
    assert wide <= SIZES[size][0]


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(timelines())
def test_the_page_of_any_timeline(browser: Browser, tmp_path: Path, timeline: Timeline) -> None:
    page = written(timeline, tmp_path)
    browser.show(page, size="phone")
    assert axe(browser) == []
    assert browser.messages() == []
    assert [url for url in browser.requests() if url not in {page.as_uri(), "data:,"}] == []


def test_the_judge_finds_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    """A page that fails each of the checks: without it, they could pass for the wrong reason."""
    page = tmp_path / "bad.html"
    page.write_text("<img src='missing.png'><script>console.log('loud')</script><p style='color: #eee'>pale")
    browser.show(page)
    rules = {rule for rule, _ in axe(browser)}
    assert {"html-has-lang", "image-alt", "color-contrast"} <= rules
    assert any("loud" in message for message in browser.messages())
    assert any(url.endswith("missing.png") for url in browser.requests())


def test_printing_opens_every_proof_and_closes_it_again(browser: Browser, tmp_path: Path) -> None:
    browser.show(written(STORIES["kursk"](), tmp_path))
    opened = "return document.querySelectorAll('details[open]').length"
    every = browser.run("return document.querySelectorAll('details').length")
    browser.run("document.querySelector('details').open = true; dispatchEvent(new Event('beforeprint'))")
    assert browser.run(opened) == every > 20
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run(opened) == 1


def test_finding_and_zooming(browser: Browser, tmp_path: Path) -> None:
    browser.show(written(STORIES["kursk"](), tmp_path))
    shown = "return [...document.querySelectorAll('.event')].filter(one => !one.hidden).map(one => one.id)"
    browser.run(
        "const field = document.querySelector('.tools input'); field.value = 'Coming months';"
        "field.dispatchEvent(new Event('input'))"
    )
    assert browser.run(shown) == ["event-recognition"]
    assert browser.run("return document.querySelector('.found').textContent") == "1 of 12 events"
    assert browser.run("return document.querySelectorAll('.picture .aside').length") == 11
    width = "return document.querySelector('.picture').getBoundingClientRect().width"
    before = browser.run(width)
    browser.run("document.querySelector('[aria-label=\"Zoom in\"]').click()")
    assert browser.run(width) == 2 * before
    assert browser.run("return document.documentElement.scrollWidth") <= SIZES["laptop"][0]
    browser.run("[...document.querySelectorAll('.tools button')].at(-1).click()")
    assert browser.run("return document.querySelectorAll('.event details:not([open])').length") == 0
    assert browser.messages() == []


def test_a_watched_page_loads_itself_anew(browser: Browser) -> None:
    from selenium.webdriver.support.expected_conditions import title_is
    from selenium.webdriver.support.wait import WebDriverWait

    site = Site()
    with serving(site) as address:
        for title in ("first", "second", "third"):
            picture = layout(Timeline(title), Timeline().check())
            site.publish(render_page(picture, site.next_version).encode())
            if title == "first":
                browser.driver.get(address)
            WebDriverWait(browser.driver, 20).until(title_is(title))
        assert browser.messages() == []
        browser.driver.get("about:blank")
