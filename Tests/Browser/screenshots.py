"""Pictures of every page, for eyes."""

import os

from pages import PAGES


def take_all(visitor, folder):
    os.makedirs(folder, exist_ok=True)
    for scheme in ("light", "dark"):
        for width in (360, 800, 1440):
            for name, path in PAGES.items():
                with visitor.page("screenshot", width, 900 if width > 500 else 760, expects=("404",),
                                  color_scheme=scheme, device_scale_factor=1 if width > 500 else 2) as page:
                    page.goto(visitor.address + path)
                    page.wait_for_timeout(2500 if name == "graph" else 200)
                    page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png")
    with visitor.page("screenshot") as page:
        page.goto(visitor.address + PAGES["results"])
        page.locator(".why summary").first.click()
        page.screenshot(path=f"{folder}/why-1440-light.png")
        page.keyboard.press("?")
        page.screenshot(path=f"{folder}/help-over-results-1440-light.png")
    print(f"screenshots: {folder}")
