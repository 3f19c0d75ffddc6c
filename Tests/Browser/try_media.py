"""Dark, narrow, printed, and without JavaScript."""

from pages import PAGES
from visitor import overflow


def brightness(page, what):
    """Of a colour of the page, 0 to 255."""
    return page.evaluate(
        "what => { const c = document.createElement('canvas').getContext('2d');"
        " c.fillStyle = getComputedStyle(document.documentElement)[what]; c.fillRect(0, 0, 1, 1);"
        " const [r, g, b] = c.getImageData(0, 0, 1, 1).data; return (r + g + b) / 3 }", what)


def try_dark(visitor, checks):
    for scheme, is_dark in (("light", False), ("dark", True)):
        with visitor.page(scheme, color_scheme=scheme) as page:
            page.goto(visitor.address + "/?q=ghosts")
            paper, ink = brightness(page, "backgroundColor"), brightness(page, "color")
            checks.that(f"{scheme}: paper and ink", (paper < 60 < 180 < ink) if is_dark
                        else (ink < 60 < 220 < paper), (paper, ink))


def try_narrow(visitor, checks):
    for width in (320, 360, 800):
        for name, path in PAGES.items():
            with visitor.page(f"{name} at {width} px", width, 760, expects=("404",)) as page:
                page.goto(visitor.address + path)
                page.wait_for_timeout(150)
                wide, parts = overflow(page)
                checks.that(f"{name} at {width} px does not scroll sideways", wide == 0, (wide, parts))


def try_without_script(visitor, checks):
    with visitor.page("no script", java_script_enabled=False) as page:
        page.goto(visitor.address + "/")
        page.fill("#q", "ghosts")
        page.click(".ask .button")
        checks.that("no script: the question is answered", page.locator(".hit").count() > 3)
        page.check("#layer-wiki")
        page.click(".facets .button")
        checks.that("no script: filters", "layer=wiki" in page.url and page.is_checked("#layer-wiki"))
        page.click(".filters a >> nth=0")
        checks.that("no script: a filter is taken off", "layer=wiki" not in page.url, page.url)
        page.locator(".why summary").first.click()
        checks.equal("no script: why", page.locator(".why[open]").count(), 1)
        page.click(".more a")
        checks.that("no script: more", page.locator(".hit").count() > 10)
        page.locator(".hit-link").first.click()
        checks.that("no script: a document, at its lines", page.locator(".prose .cited").count() >= 1)
        page.goto(visitor.address + "/graph")
        page.click("#list summary")
        checks.that("no script: the graph is a list", page.locator(".graph-list a").first.is_visible()
                    and not page.locator("#canvas").is_visible())
        page.fill("#find", "vibe")
        page.click("#graph-form .button")
        checks.that("no script: the list is narrowed", 0 < page.locator(".graph-list a").count() < 60)
        page.goto(visitor.address + "/help")
        checks.that("no script: help", "in this order" in page.inner_text("#content"))


def try_print(visitor, checks):
    with visitor.page("print") as page:
        for path in ("/?q=ghosts", "/doc/wiki/concepts/animals-vs-ghosts.md"):
            page.goto(visitor.address + path)
            page.emulate_media(media="print")
            hidden = page.evaluate("""() => ["nav.nav", ".facets", ".ask .button", ".contents"]
              .filter(s => [...document.querySelectorAll(s)].some(e => e.checkVisibility()))""")
            checks.that(f"{path}: what is only for the screen is not printed", not hidden, hidden)
            checks.that(f"{path}: it fits a sheet",
                        page.pdf(format="A4").startswith(b"%PDF") and overflow(page)[0] == 0)
            page.emulate_media(media="screen")


def try_all(visitor, checks):
    try_dark(visitor, checks)
    try_narrow(visitor, checks)
    try_without_script(visitor, checks)
    try_print(visitor, checks)
