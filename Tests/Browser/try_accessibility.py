"""axe-core on every page, light and dark, narrow and wide."""

from axe_playwright_python.sync_playwright import Axe

from pages import PAGES


def violations(axe, page):
    return [(v["id"], v["impact"], v["help"], [node["html"][:110] for node in v["nodes"][:3]])
            for v in axe.run(page).response["violations"]]


def try_all(visitor, checks):
    axe = Axe()
    states = 0
    for scheme in ("light", "dark"):
        for width in (360, 1440):
            for name, path in PAGES.items():
                what = f"{name}, {scheme}, {width} px"
                with visitor.page(what, width, color_scheme=scheme, expects=("404",)) as page:
                    page.goto(visitor.address + path)
                    page.wait_for_timeout(1200 if name == "graph" else 100)
                    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
                    found = violations(axe, page)
                    checks.that(f"{what}: no violation of axe", not found, found)
                    states += 1
                    if name == "results":
                        page.keyboard.press("?")
                        page.wait_for_timeout(100)
                        found = violations(axe, page)
                        checks.that(f"help over {what}: no violation of axe", not found, found)
                        states += 1
    print(f"axe-core: {states} page states looked at")
