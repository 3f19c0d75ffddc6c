"""Documents, concepts, the graph."""

DOCUMENT = "/doc/wiki/concepts/animals-vs-ghosts.md"


def try_document(visitor, checks):
    with visitor.page("a document") as page:
        page.goto(visitor.address + DOCUMENT + "?lines=21-22&q=why+ghosts#L21")
        page.wait_for_timeout(300)
        checks.that("the lines are marked", page.locator(".cited").count() >= 1)
        checks.that("it leads back", page.locator(".kicker a").get_attribute("href") == "/?q=why+ghosts")
        for label in ("Sources", "Linked from", "Related"):
            checks.that(f"the margin has {label}",
                        page.locator(".apparatus h2", has_text=label).count() >= 1)
        checks.that("the contents are listed", page.locator(".contents a").count() > 1)
        link = page.locator(".contents a").nth(1)
        link.click()
        target = link.get_attribute("href")
        checks.that("and lead to their headings", page.evaluate(
            "id => { const r = document.getElementById(id).getBoundingClientRect();"
            " return r.top > -5 && r.top < innerHeight }", target[1:]))
        wikilink = page.locator(".prose a[href^='/doc/']:not(.cite)").first
        address = wikilink.get_attribute("href")
        wikilink.click()
        page.wait_for_selector(".prose")
        checks.that("wikilinks are alive", visitor.url(page).split("#")[0] == address.split("#")[0], page.url)
    with visitor.page("a citation in a document") as page:
        page.goto(visitor.address + DOCUMENT)
        if checks.that("a page cites lines", page.locator("a.cite").count() > 0):
            page.locator("a.cite").first.focus()
            page.wait_for_selector(".peek:not([hidden])")
            checks.that("its passage shows beside it", len(page.inner_text(".peek")) > 40)
            page.keyboard.press("Escape")
            checks.equal("Escape hides it", page.locator(".peek:not([hidden])").count(), 0)


def try_recording(visitor, checks):
    with visitor.page("a talk") as page:
        page.goto(visitor.address + "/?q=software+is+changing+again+talk&type=talk")
        link = page.locator(".hit .note a.with-icon").first
        if page.locator(".hit .note a.with-icon").count() == 0:
            page.goto(visitor.address + "/?q=software+in+the+era+of+AI+keynote")
        checks.that("a talk opens at the second", "t=" in (link.get_attribute("href") or ""))


def try_concepts(visitor, checks):
    with visitor.page("concepts") as page:
        page.goto(visitor.address + "/sources")
        checks.that("concepts are listed", page.locator(".column-list a").count() > 20)
        page.fill("#concept", "animals vs ghosts")
        page.press("#concept", "Enter")
        page.wait_for_selector(".strip")
        checks.equal("a concept has its page", page.inner_text("h1"), "Animals vs Ghosts")
        groups = [text.split()[0] for text in page.locator("h2.section-title").all_inner_texts()]
        checks.equal("its sources stand by evidence, then in time", groups[0], "Declared")
        checks.that("then in time", "Timeline" in groups, groups)
        checks.that("with passages", page.locator(".passage-text").count() > 5)
        checks.that("and a picture of when", page.locator(".strip-dot").count() > 5)
        page.locator(".hit-link").first.click()
        page.wait_for_selector(".prose")
        checks.that("a source opens at its lines", page.locator(".cited").count() >= 1, page.url)


def try_graph(visitor, checks):
    with visitor.page("graph") as page:
        page.goto(visitor.address + "/graph")
        page.wait_for_timeout(2500)
        checks.that("the picture is drawn", page.evaluate("""() => {
          const canvas = document.getElementById('canvas');
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          let inked = 0;
          for (let i = 3; i < pixels.length; i += 4) inked += pixels[i] > 0;
          return inked > 2000;
        }"""))
        page.focus("#canvas")
        page.keyboard.press("ArrowRight")
        first = page.inner_text("#panel h2")
        checks.that("an arrow key selects a page", "Joined" in page.inner_text("#panel"), first)
        page.keyboard.press("ArrowDown")
        checks.that("and goes to another", page.inner_text("#panel h2") != first)
        page.keyboard.press("Escape")
        checks.that("Escape deselects", "Select a page" in page.inner_text("#panel"))
        page.keyboard.press("Tab")
        checks.that("Tab leaves the picture", page.evaluate("document.activeElement.id") != "canvas")
        page.fill("#find", "vibe")
        page.locator("#matches button").first.click()
        checks.that("a page is found by its title", "ibe" in page.inner_text("#panel h2"))
        page.locator("#panel h2 a").click()
        page.wait_for_selector(".prose")
        checks.that("and opened", "/doc/" in page.url, page.url)
    with visitor.page("graph around a page") as page:
        page.goto(visitor.address + "/graph?focus=wiki/concepts/animals-vs-ghosts.md")
        checks.eventually("the graph opens at a page", lambda: (page.wait_for_timeout(50),
                          "Animals vs Ghosts" in page.inner_text("#panel"))[1])


def try_all(visitor, checks):
    try_document(visitor, checks)
    try_recording(visitor, checks)
    try_concepts(visitor, checks)
    try_graph(visitor, checks)
