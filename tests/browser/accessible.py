"""What must hold of every page for people who do not see it, or use no mouse: axe's rules, and its structure."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
STREAMLITS_OWN = {"presentation-role-conflict"}  # docs/accessibility.md says what each is, and what was done
OUT_OF_SIGHT = ("item", "audit", "system")  # pages that no link of the way around leads to


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["id"] not in STREAMLITS_OWN]


def assert_accessible(page: Page, address: str) -> None:
    """Of a page that has settled."""
    assert violations(page) == []
    assert page.title().endswith(", JASC inspection dashboard")
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("main").count() == 1
    here = page.locator('[role="navigation"][aria-label="Pages"] [aria-current="page"]')
    assert here.count() == (0 if address.partition("?")[0] in OUT_OF_SIGHT else 1)
