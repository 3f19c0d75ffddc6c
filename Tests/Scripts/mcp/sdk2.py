"""The official SDK, 2.x, as a client: the handshake, and the revision that has none."""

import asyncio
import sys
import warnings
from contextlib import asynccontextmanager

import anyio
from mcp import StdioServerParameters
from mcp.client import Client
from mcp.shared.subscriptions import ResourcesListChanged, ResourceUpdated

from checks import Checks
from sample_base import SampleBase
from sdk2_checks import both, refused

PAGE = "footnote://document/wiki/concepts/bacterial-code.md"


@asynccontextmanager
async def server(base, transport):
    """What a client connects to."""
    if transport == "http":
        with base.serve() as address:
            yield address
    else:
        yield StdioServerParameters(
            command=base.command[0], args=base.command[1:], env=base.environment)


async def handshake(checks, binary, transport):
    with SampleBase(binary, extra=300) as base:
        (base.root / "raw/2025/link.md").symlink_to("/etc/passwd")
        changed, listed = anyio.Event(), anyio.Event()
        logged = []

        async def hear(message):
            method = getattr(message, "method", "")
            if method == "notifications/resources/updated" and message.params.uri == PAGE:
                changed.set()
            if method == "notifications/resources/list_changed":
                listed.set()

        async def log(message):
            logged.append(message)

        async with server(base, transport) as address, Client(
            address, mode="legacy", message_handler=hear, logging_callback=log
        ) as client:
            checks.equal(client.protocol_version, "2025-11-25", "the agreed revision")
            await client.send_ping()
            await both(checks, client, base, missing=-32002)
            checks.expect(logged, "warnings are logged")
            await client.set_logging_level("emergency")
            logged.clear()
            await client.call_tool("ask", {"question": "ghosts"})
            checks.equal(logged, [], "the level of the log")
            await client.subscribe_resource(PAGE)
            await refused(
                checks, client.subscribe_resource("footnote://document/none.md"), -32002,
                "a subscription to nothing")
            base.write("wiki/concepts/bacterial-code.md", "# Bacterial code\n\nAnother text.\n")
            base.write("wiki/concepts/new.md", "# New\n\nNew text.\n")
            with anyio.fail_after(20):
                await changed.wait()
                await listed.wait()
            read = await client.read_resource(PAGE)
            checks.expect("Another text" in read.contents[0].text, "the change is read")
            await client.unsubscribe_resource(PAGE)
            found = await client.call_tool("ask", {"question": "new text"})
            paths = [hit["path"] for hit in found.structured_content["hits"]]
            checks.expect("wiki/concepts/new.md" in paths, "the new page is found", paths)


async def stateless(checks, binary, transport, mode):
    with SampleBase(binary, extra=300) as base:
        (base.root / "raw/2025/link.md").symlink_to("/etc/passwd")
        logged = []

        async def log(message):
            logged.append(message)

        async with server(base, transport) as address, Client(
            address, mode=mode, logging_callback=log, log_level="warning", cache=None
        ) as client:
            checks.equal(client.protocol_version, "2026-07-28", "the revision")
            if mode == "auto":
                await both(checks, client, base, missing=-32602)
                checks.expect(logged, "warnings are logged where a request asks for it")
            async with client.listen(
                resources_list_changed=True, tools_list_changed=True, resource_subscriptions=[PAGE]
            ) as events:
                honored = events.honored
                checks.equal(honored.resource_subscriptions, [PAGE], "the subscription is granted")
                checks.expect(honored.resources_list_changed, "so is the list")
                checks.expect(not honored.tools_list_changed, "tools never change")
                base.write("wiki/concepts/bacterial-code.md", "# Bacterial code\n\nAnother text.\n")
                base.write("wiki/concepts/new.md", "# New\n\nNew text.\n")
                wanted = {ResourceUpdated(uri=PAGE), ResourcesListChanged()}
                with anyio.fail_after(20):
                    async for event in events:
                        wanted.discard(event)
                        if not wanted:
                            break
            answer = await client.call_tool("ask", {"question": "another text"})
            checks.expect(not answer.is_error, "questions go on after a subscription")


async def main(binary, transport):
    warnings.simplefilter("ignore")
    checks = Checks(f"official SDK 2, {transport}")
    for what, run in [
        ("handshake", handshake(checks, binary, transport)),
        ("auto", stateless(checks, binary, transport, "auto")),
        ("2026-07-28", stateless(checks, binary, transport, "2026-07-28")),
    ]:
        with checks.section(what):
            await asyncio.wait_for(run, 120)
    checks.finish()


asyncio.run(main(*sys.argv[1:]))
