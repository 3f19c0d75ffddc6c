"""A browser window in which something is tried, and what went wrong in it."""

from contextlib import contextmanager

SETTLED = 700  # ms after which an answer while typing has come


class Visitor:
    def __init__(self, browser, address, checks):
        self.browser, self.address, self.checks = browser, address, checks

    @contextmanager
    def page(self, what, width=1440, height=900, expects=(), **options):
        """A page in a window of its own. The console has to stay empty, but for what is expected: parts of
        messages, such as "404" of a page that is not there."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        page = context.new_page()
        noise = []
        page.on("console", lambda m: noise.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: noise.append(str(error)))
        outside = []
        page.on("request", lambda request: outside.append(request.url)
                if not request.url.startswith((self.address, "data:", "blob:")) else None)
        try:
            yield page
        finally:
            unexpected = [text for text in noise if not any(part in text for part in expects)]
            self.checks.that(f"{what}: nothing in the console", not unexpected, unexpected[:3])
            self.checks.that(f"{what}: nothing is asked of another host", not outside, outside[:3])
            context.close()

    def url(self, page):
        """Where the page is, without the server."""
        return page.url.removeprefix(self.address)


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.tagName")


def focused_hit(page):
    return page.evaluate("document.activeElement.closest('.hit')?.id ?? null")


def overflow(page):
    """Pixels by which the page is wider than the window, and what sticks out."""
    return page.evaluate("""() => {
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      const out = wide <= 0 ? [] : [...document.querySelectorAll("body *")]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll, pre"))
        .slice(0, 3).map(e => e.outerHTML.slice(0, 120));
      return [Math.max(0, wide), out];
    }""")
