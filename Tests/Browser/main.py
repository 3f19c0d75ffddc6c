"""Tries what the web page promises, in a real browser, against a real server."""

import argparse
import os
import sys

from playwright.sync_api import sync_playwright

import screenshots
import try_accessibility
import try_documents
import try_keyboard
import try_media
import try_search
import try_speed
from checks import Checks
from server import Server
from visitor import Visitor

PARTS = {
    "search": try_search, "keyboard": try_keyboard, "documents": try_documents, "media": try_media,
    "accessibility": try_accessibility, "speed": try_speed,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", help="the command-line tool")
    parser.add_argument("--browser", required=True, help="chromium")
    parser.add_argument("--root", help="the knowledge base")
    parser.add_argument("--index", help="folder for the index, which is kept")
    parser.add_argument("--screenshots", help="folder for pictures; none are taken where it is left out")
    parser.add_argument("--address", help="a server that runs already")
    parser.add_argument("parts", nargs="*", help=f"some of {', '.join(PARTS)}")
    arguments = parser.parse_args()
    if arguments.address:
        return run(arguments, arguments.address.rstrip("/"))
    with Server(arguments.binary, arguments.root, arguments.index) as server:
        run(arguments, server.address)


def run(arguments, address):
    checks = Checks()
    # Chromium's sandbox cannot be set up by root.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.browser, args=flags)
        visitor = Visitor(browser, address, checks)
        for name, part in PARTS.items():
            if arguments.parts and name not in arguments.parts:
                continue
            try:
                part.try_all(visitor, checks)
            except Exception as error:  # the other parts are tried all the same
                checks.that(f"{name} runs to its end", False, str(error)[:600])
        if arguments.screenshots:
            screenshots.take_all(visitor, arguments.screenshots)
        browser.close()
    checks.finish()


if __name__ == "__main__":
    sys.exit(main())
