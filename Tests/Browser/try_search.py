"""Search as one types, filters, the history."""

from visitor import SETTLED, focused

QUESTION = "why are language models called ghosts rather than animals?"


def hits(page):
    return page.locator(".hit").count()


def citations(page):
    return page.eval_on_selector_all(".hit-link", "links => links.map(link => link.dataset.citation)")


def try_typing(visitor, checks):
    with visitor.page("typing") as page:
        asked = []
        page.on("request", lambda r: asked.append(r.url) if "/fragment/search" in r.url else None)
        page.goto(visitor.address + "/")
        page.keyboard.press("/")
        checks.equal("/ leads to the question", focused(page), "q")
        page.keyboard.type("bacterial code", delay=25)
        page.wait_for_selector(".hit")
        page.wait_for_timeout(SETTLED)
        checks.that("an answer while one types", hits(page) > 3, hits(page))
        checks.that("not one question a letter", 1 <= len(asked) <= 4, asked)
        checks.equal("the address has the question", visitor.url(page), "/?q=bacterial+code")
        checks.that("so has the title", page.title().startswith("bacterial code"), page.title())
        checks.that("the words are marked", page.locator(".hit mark").count() > 0)
        checks.eventually("the answer is announced",
                          lambda: "passages" in page.inner_text("#announce"))
        page.keyboard.press("Enter")
        before = page.evaluate("history.length")
        page.keyboard.press("Control+A")
        page.keyboard.type("what are ghosts", delay=20)
        page.wait_for_timeout(SETTLED)
        checks.equal("a new question is one step of the history",
                     page.evaluate("history.length") - before, 1)
        page.go_back()
        page.wait_for_timeout(SETTLED)
        checks.equal("back: the address", visitor.url(page), "/?q=bacterial+code")
        checks.equal("back: the field", page.input_value("#q"), "bacterial code")
        checks.that("back: the answer", "acteria" in page.inner_text(".hit-title >> nth=0"))
        page.go_forward()
        page.wait_for_timeout(SETTLED)
        checks.equal("forward: the field", page.input_value("#q"), "what are ghosts")
        page.reload()
        checks.that("the address alone gives the same answer", hits(page) > 3)


def try_filters(visitor, checks):
    with visitor.page("filters") as page:
        page.goto(visitor.address + "/?q=what+are+ghosts")
        counted = int(page.inner_text("label:has(#layer-raw) .facet-count").replace(",", ""))
        checks.that("a filter has a count", counted > 0, counted)
        page.check("#layer-raw")
        page.wait_for_timeout(SETTLED)
        checks.that("the filter is in the address", "layer=raw" in page.url, page.url)
        checks.equal("the focus stays on it", focused(page), "layer-raw")
        checks.that("only raw documents are left",
                    all(text.startswith("raw/") for text in citations(page)),
                    citations(page)[:2])
        checks.that("the other layer can still be added", page.locator("#layer-wiki").count() == 1)
        year = page.locator("input[name=year]").first
        value = year.get_attribute("value")
        year.check()
        page.wait_for_timeout(SETTLED)
        checks.that("a second filter narrows", f"year={value}" in page.url, page.url)
        checks.that("every date is of that year",
                    all(value in text for text in page.locator(".hit time").all_inner_texts()))
        page.go_back()
        page.wait_for_timeout(SETTLED)
        checks.that("back takes it off", "year=" not in page.url
                    and not page.is_checked(f"#year-{value}"), page.url)
        page.click(".filters a >> nth=0")
        checks.that("a filter is taken off by its link", "layer=" not in page.url, page.url)
        page.goto(visitor.address + "/?q=ghosts&layer=wiki&type=concept&sort=newest&mode=lexical")
        checks.that("an address sets the form", page.is_checked("#layer-wiki")
                    and page.is_checked("#type-concept") and page.is_checked("#sort-newest")
                    and page.is_checked("#mode-lexical"))
        checks.that("by words alone", "by words" in page.inner_text(".summary-line"))
        page.goto(visitor.address + "/?q=agents")
        few = hits(page)
        page.click(".more a")
        page.wait_for_load_state()
        checks.that("more shows more", hits(page) > few, (few, hits(page)))
        top = page.evaluate(f"document.getElementById('hit-{few + 1}').getBoundingClientRect().top")
        checks.that("at the first new one", 0 <= top < 450, top)


def try_problems(visitor, checks):
    with visitor.page("problems", expects=("400",)) as page:
        page.goto(visitor.address + "/?q=after%3Axyz")
        checks.that("a date that is none is told", "not a date" in page.inner_text("#content"))
        page.fill("#q", "ghosts")
        page.wait_for_selector(".hit")
        checks.that("and the next question is answered", hits(page) > 0)
        page.fill("#q", "zxqvkkwj")
        page.wait_for_timeout(SETTLED)
        page.check("#mode-lexical")
        page.wait_for_timeout(SETTLED)
        checks.that("nothing found is said", "Nothing found" in page.inner_text("#content"))
    with visitor.page("a server that is gone", expects=("Failed to fetch", "ERR_")) as page:
        page.goto(visitor.address + "/?q=ghosts")
        page.route("**/fragment/search*", lambda route: route.abort())
        page.fill("#q", "ghosts and animals")
        checks.eventually("a dead server is told",
                          lambda: "did not answer" in page.inner_text("#content"))
        page.unroute("**/fragment/search*")
        page.press("#q", "Enter")
        checks.eventually("Enter asks again",
                          lambda: "did not answer" not in page.inner_text("#content"))


def try_late_answers(visitor, checks):
    """An answer that comes late must not replace a newer one."""
    with visitor.page("late answers", expects=("ERR_",)) as page:
        page.goto(visitor.address + "/")
        held = []
        page.route("**/fragment/search?q=animals", lambda route: held.append(route))
        page.fill("#q", "animals")
        checks.eventually("the first question is asked", lambda: (page.wait_for_timeout(20), held)[1])
        page.fill("#q", "bacterial code")
        page.wait_for_selector(".hit")
        try:
            held[0].continue_()
        except Exception:  # it was called off by the page: that is what is wanted
            pass
        page.wait_for_timeout(SETTLED)
        checks.that("the newer answer stays", page.title().startswith("bacterial"), page.title())


def try_all(visitor, checks):
    try_typing(visitor, checks)
    try_filters(visitor, checks)
    try_problems(visitor, checks)
    try_late_answers(visitor, checks)
