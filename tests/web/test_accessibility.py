"""axe-core on every page: no serious or critical finding, in the light or in the dark."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from web.addresses import PAGES
from web.conftest import visiting

GRAVE = ("serious", "critical")
# What differs in the dark is colour.
RULES: dict[str, dict[str, Any]] = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},
}


def findings(page: Page, scheme: str) -> list[str]:
    """What axe finds grave on the page as it stands: the rule and where."""
    told = Axe().run(page, options=RULES[scheme]).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['html'][:120]}"
        for each in told
        if each["impact"] in GRAVE
        for node in each["nodes"][:3]
    ]


@pytest.mark.parametrize("scheme", RULES)
def test_no_page_has_a_grave_finding(browser: Browser, server: str, item: str, scheme: str) -> None:
    grave: dict[str, list[str]] = {}
    with visiting(browser, color_scheme=scheme) as page:
        for name, path in PAGES.items():
            page.goto(server + path.format(item=item))
            page.wait_for_load_state("networkidle")
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            if found := findings(page, scheme):
                grave[name] = found
    assert grave == {}


def test_axe_would_find_a_grave_fault(page: Page, server: str) -> None:
    page.goto(server + "/verify")
    page.evaluate(
        "document.querySelector('main textarea').closest('label').replaceWith(document.querySelector('main textarea'))"
    )
    assert any(each.startswith("label") for each in findings(page, "light"))


@pytest.mark.parametrize("scheme", RULES)
def test_a_verified_draft_has_no_grave_finding(browser: Browser, server: str, scheme: str) -> None:
    with visiting(browser, color_scheme=scheme) as page:
        page.goto(server + "/verify")
        page.get_by_label("The draft").fill(
            'Wang Yi said there was "room for every compromise". Blinken said that talks were frank.'
        )
        page.get_by_role("button", name="Verify", exact=True).click()
        page.wait_for_selector(".finding", timeout=60_000)
        assert findings(page, scheme) == []
