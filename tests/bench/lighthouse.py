"""Lighthouse's scores of pages: mobile, throttled, as its own defaults have it."""

import json
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CLI = Path(__file__).parents[1] / "browser/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ATTEMPTS = 3
"""How often a page is tried: on a busy machine Lighthouse now and then loses a trace, and asks to be run again."""


def audit(address: str, port: int, runs: int) -> tuple[dict[str, int], set[str]]:
    """The median of the scores (0 to 100) of some runs, and each audit of weight that was not passed whole.

    `port` is that at which a Chromium listens to what inspects it.
    """
    reports = [_report(address, port) for _ in range(runs)]
    scores = {
        name: round(100 * statistics.median(report["categories"][name]["score"] for report in reports))
        for name in CATEGORIES
    }
    return scores, {failed for report in reports for failed in _failed(report)}


def _report(address: str, port: int) -> dict[str, Any]:
    command = ["node", str(CLI), address, "--output=json", "--quiet", f"--only-categories={','.join(CATEGORIES)}"]
    for _ in range(ATTEMPTS):
        done = subprocess.run([*command, f"--port={port}"], capture_output=True, text=True, check=False)
        report: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"runtimeError": done.stderr}
        if not report.get("runtimeError"):
            return report
    raise SystemExit(f"Lighthouse could not open {address}: {report['runtimeError']}")


def _failed(report: dict[str, Any]) -> Iterator[str]:
    for category in report["categories"].values():
        for used in category["auditRefs"]:
            score = report["audits"][used["id"]]["score"]
            if used["weight"] and score is not None and score < 0.995:
                yield str(used["id"])
