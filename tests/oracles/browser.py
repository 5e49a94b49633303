"""A headless Chromium for oracles: it shows a page at a size and in a light, and tells what the page did.

Chromium and its driver come from Debian, the programs that judge from npm (`package.json` beside this file), into the
folder that ``ORACLES_NPM`` names; `.ci/run` sets all of that up. What is missing is an error: an oracle that is asked
does not keep silent.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--allow-file-access-from-files",
)
SIZES = {"phone": (390, 844), "laptop": (1280, 800)}
LIGHTS = ("light", "dark")
PATIENCE = 30
"""Seconds that a script may take before the browser gives up on it."""


def npm(path: str) -> Path:
    """Return a file of a package of npm."""
    found = Path(os.environ["ORACLES_NPM"]) / "node_modules" / path
    if not found.is_file():
        raise FileNotFoundError(f"{found}; .ci/run installs it")
    return found


class Browser:
    """One Chromium; every page is loaded afresh."""

    def __init__(self, profile: Path) -> None:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(PATIENCE)

    def show(self, page: Path, *, size: str = "laptop", light: str = "light") -> None:
        """Load a page, and forget what earlier pages said and asked for."""
        width, height = SIZES[size]
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == "phone"}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"features": [{"name": "prefers-color-scheme", "value": light}]}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", scheme)
        self.driver.get("about:blank")
        self.messages()
        self.requests()
        self.driver.get(page.as_uri())

    def run(self, script: str, *arguments: Any) -> Any:
        """Return what a script returns."""
        return self.driver.execute_script(script, *arguments)

    def wait_for(self, script: str, *arguments: Any) -> Any:
        """Return what a script gives to its last argument, a function."""
        return self.driver.execute_async_script(script, *arguments)

    def messages(self) -> list[str]:
        """Return what was written to the console since it was last asked, errors of the page included."""
        return [str(entry["message"]) for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return what was fetched since it was last asked, from wherever, in order."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [str(event["request"]["url"]) for event in sent]


@contextmanager
def browser_in(profile: Path) -> Iterator[Browser]:
    """Start a browser, and end it whatever happens."""
    found = Browser(profile)
    try:
        yield found
    finally:
        found.driver.quit()
