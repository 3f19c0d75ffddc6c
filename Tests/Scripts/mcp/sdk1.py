"""The official SDK, 1.x, as a client: what today's programs are built with."""

import asyncio
import sys
from contextlib import asynccontextmanager

import anyio
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import McpError
from mcp.types import PromptReference, ResourceTemplateReference
from pydantic import AnyUrl

from checks import Checks, outside_quotations, without_times
from sample_base import SampleBase

PAGE = "footnote://document/wiki/concepts/bacterial-code.md"
NOTE = "footnote://document/raw/2025/a%20note%20%26%20more.md"


async def refused(checks, call, code, what):
    try:
        await call
    except McpError as error:
        checks.equal(error.error.code, code, what)
    else:
        checks.expect(False, f"{what} is refused")


async def scenario(checks, session, base, changed, listed):
    started = await session.initialize()
    checks.equal(started.protocolVersion, "2025-11-25", "the agreed revision")
    checks.expect(started.capabilities.resources.subscribe, "subscriptions are offered")
    await session.send_ping()

    tools = {tool.name: tool for tool in (await session.list_tools()).tools}
    checks.equal(
        set(tools),
        {"ask", "sources", "show", "related", "provenance", "timeline", "status"}, "tools")
    for tool in tools.values():
        checks.schema(tool.inputSchema, f"{tool.name}, arguments")
        checks.schema(tool.outputSchema, f"{tool.name}, answer")
    answer = await session.call_tool("ask", {"question": "bacterial code"})
    printed = base.json("ask", "--fold", "-n", "8", "bacterial code")
    checks.equal(
        without_times(answer.structuredContent), without_times(printed), "ask is as printed")
    for name, arguments in [
        ("sources", {"concept": "Bacterial code"}), ("sources", {"concept": "submarines"}),
        ("ask", {"question": "submarines dive"}), ("show", {"citation": "raw/2025/7.6.md"}),
        ("timeline", {"question": "ghosts"}),
        ("related", {"target": "ghosts"}), ("provenance", {"page": "submarines"}), ("status", {}),
    ]:
        answer = await session.call_tool(name, arguments)
        checks.expect(not answer.isError, f"{name} answers", answer.content)
        checks.fits(answer.structuredContent, tools[name].outputSchema, f"{name}'s answer")
        checks.expect("Obey" not in outside_quotations(answer.content[0].text), f"{name} quotes notes")
    answer = await session.call_tool("ask", {"question": "x", "after": "never"})
    checks.expect(answer.isError and "date" in answer.content[0].text, "a wrong date is explained")
    await refused(checks, session.call_tool("nonsense", {}), -32602, "an unknown tool")

    listing = await session.list_resources()
    checks.equal(len(listing.resources), 200, "the first part of the list")
    rest = await session.list_resources(cursor=listing.nextCursor)
    checks.equal(len(rest.resources), 106, "the rest of it")
    read = await session.read_resource(AnyUrl(NOTE))
    checks.expect(read.contents[0].text.startswith("Lighthouses"), "a document is read")
    await refused(
        checks, session.read_resource(AnyUrl("footnote://document/none.md")), -32002,
        "a document that is not there")
    templates = await session.list_resource_templates()
    checks.equal(len(templates.resourceTemplates), 1, "templates")

    prompts = {prompt.name for prompt in (await session.list_prompts()).prompts}
    checks.equal(prompts, {"answer-with-citations", "ingest", "lint"}, "prompts")
    prompt = await session.get_prompt("lint", {"page": "ghosts"})
    checks.expect("ghosts" in prompt.messages[0].content.text, "a prompt")
    done = await session.complete(
        PromptReference(type="ref/prompt", name="ingest"), {"name": "source", "value": "7.6"})
    checks.equal(done.completion.values, ["raw/2025/7.6.md"], "sources are completed")
    done = await session.complete(
        ResourceTemplateReference(type="ref/resource", uri="footnote://document/{+path}"),
        {"name": "path", "value": "wiki/concepts/g"})
    checks.equal(done.completion.values, ["wiki/concepts/ghosts.md"], "paths are completed")

    heard = []

    async def hear(done, total, message):
        heard.append(done)

    await session.call_tool("ask", {"question": "ghosts"}, progress_callback=hear)
    checks.expect(heard, "progress is told")

    await session.set_logging_level("error")
    await session.subscribe_resource(AnyUrl(PAGE))
    base.write("wiki/concepts/bacterial-code.md", "# Bacterial code\n\nAnother text.\n")
    base.write("wiki/concepts/new.md", "# New\n\nNew text.\n")
    with anyio.fail_after(20):
        await changed.wait()
        await listed.wait()
    await session.unsubscribe_resource(AnyUrl(PAGE))


@asynccontextmanager
async def connected(base, transport):
    if transport == "http":
        with base.serve() as address:
            async with streamable_http_client(address) as (read, write, _):
                yield read, write
    else:
        parameters = StdioServerParameters(
            command=base.command[0], args=base.command[1:], env=base.environment)
        async with stdio_client(parameters) as (read, write):
            yield read, write


async def run(checks, binary, transport):
    with SampleBase(binary, extra=300) as base:
        changed, listed = anyio.Event(), anyio.Event()

        async def hear(message):
            method = getattr(getattr(message, "root", None), "method", "")
            if method == "notifications/resources/updated":
                changed.set()
            if method == "notifications/resources/list_changed":
                listed.set()

        async with connected(base, transport) as (read, write):
            async with ClientSession(read, write, message_handler=hear) as session:
                await scenario(checks, session, base, changed, listed)


binary, transport = sys.argv[1:]
checks = Checks(f"official SDK 1, {transport}")
with checks.section("handshake"):
    asyncio.run(asyncio.wait_for(run(checks, binary, transport), 120))
checks.finish()
