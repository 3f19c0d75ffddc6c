"""Single keys, and a result opened at its lines."""

from visitor import SETTLED, focused, focused_hit


def try_all(visitor, checks):
    with visitor.page("keyboard") as page:
        page.goto(visitor.address + "/?q=what+are+ghosts")
        page.keyboard.press("j")
        checks.equal("j leads to the first result", focused_hit(page), "hit-1")
        for key in "jjk":
            page.keyboard.press(key)
        checks.equal("j and k go down and up", focused_hit(page), "hit-2")
        page.keyboard.press("w")
        checks.equal("w opens why", page.locator("#hit-2 .why[open]").count(), 1)
        checks.that("why has figures", page.locator("#hit-2 .why .signals dt").count() >= 3)
        checks.that("in place", visitor.url(page) == "/?q=what+are+ghosts", page.url)
        page.keyboard.press("?")
        checks.equal("? opens the help", page.locator("#help[open]").count(), 1)
        page.keyboard.press("j")
        checks.equal("no key acts behind the help", page.locator("#help[open]").count(), 1)
        page.keyboard.press("Escape")
        checks.equal("Escape closes it", page.locator("#help[open]").count(), 0)
        checks.equal("and the focus comes back", focused_hit(page), "hit-2")
        citation = page.locator("#hit-2 .hit-link").get_attribute("data-citation")
        page.keyboard.press("Enter")
        page.wait_for_selector(".prose")
        page.wait_for_timeout(300)
        path = citation.rsplit(":", 1)[0]
        checks.that("Enter opens the document", visitor.url(page).startswith("/doc/" + path), page.url)
        checks.that("the cited lines are marked", page.locator(".cited").count() >= 1)
        checks.that("and in view", page.evaluate(
            "(() => { const r = document.querySelector('.cited').getBoundingClientRect();"
            " return r.bottom > 0 && r.top < innerHeight })()"))
        page.go_back()
        page.wait_for_selector(".hit")
        checks.equal("back to the results", page.input_value("#q"), "what are ghosts")
        page.keyboard.press("/")
        page.keyboard.press("Escape")
        page.wait_for_timeout(SETTLED)
        checks.equal("Escape clears the question", (page.input_value("#q"), visitor.url(page)), ("", "/"))
        page.keyboard.press("Escape")
        checks.equal("and then leaves the field", focused(page), "BODY")
    with visitor.page("keys switched off") as page:
        page.goto(visitor.address + "/help")
        page.locator("#content [data-shortcuts]").uncheck()
        page.goto(visitor.address + "/?q=ghosts")
        page.keyboard.press("j")
        checks.equal("single keys can be switched off", focused(page), "BODY")
    with visitor.page("tab") as page:
        page.goto(visitor.address + "/?q=ghosts")
        page.keyboard.press("Tab")
        checks.that("Tab leads first past the masthead",
                    page.evaluate("document.activeElement.className") == "skip")
