"""What holds for every client, however it connects."""

import anyio
from mcp import MCPError
from mcp_types import PromptReference, ResourceTemplateReference

from checks import outside_quotations, tokens, without_times

NOTE = "footnote://document/raw/2025/a%20note%20%26%20more.md"
TOOLS = {"ask", "sources", "show", "related", "provenance", "timeline", "status"}


async def refused(checks, call, code, what):
    try:
        await call
    except MCPError as error:
        checks.equal(error.error.code, code, what)
    else:
        checks.expect(False, f"{what} is refused")


async def tools(checks, client, base):
    listed = {tool.name: tool for tool in (await client.list_tools()).tools}
    checks.expect(TOOLS <= set(listed), "all tools are listed", sorted(listed))
    for tool in listed.values():
        checks.expect(tool.description and tool.output_schema, f"{tool.name} is described")
        checks.expect(tool.annotations.read_only_hint is True, f"{tool.name} only reads")
        checks.schema(tool.input_schema, f"{tool.name}, arguments")
        checks.schema(tool.output_schema, f"{tool.name}, answer")

    answer = await client.call_tool("ask", {"question": "bacterial code"})
    checks.expect(not answer.is_error, "ask answers", answer.content)
    structured = answer.structured_content
    checks.fits(structured, listed["ask"].output_schema, "ask's answer")
    printed = base.json("ask", "--fold", "-n", "8", "bacterial code")
    checks.equal(without_times(structured), without_times(printed), "ask is as printed")
    text = answer.content[0].text
    for hit in structured["hits"]:
        checks.expect(hit["citation"] in text, "the text has the citation", hit["citation"])

    for name, arguments, command in [
        ("sources", {"concept": "Bacterial code"}, ["--passages", "1", "Bacterial code"]),
        ("show", {"citation": "raw/2025/7.6.md:1"}, ["raw/2025/7.6.md:1"]),
        ("related", {"target": "ghosts"}, ["ghosts"]),
        ("provenance", {"page": "ghosts"}, ["-n", "1", "ghosts"]),
        ("timeline", {"question": "bacterial code"}, ["bacterial code"]),
        ("timeline", {}, ["-n", "40"]),
        ("status", {}, []),
    ]:
        answer = await client.call_tool(name, arguments)
        checks.expect(not answer.is_error, f"{name} answers", answer.content)
        checks.equal(
            without_times(answer.structured_content), without_times(base.json(name, *command)),
            f"{name} is as printed")
        checks.fits(
            answer.structured_content, listed[name].output_schema, f"{name}'s answer")

    for arguments in [{}, {"question": 3}, {"question": "x", "nonsense": 1}, {"question": "x", "limit": 0}]:
        answer = await client.call_tool("ask", arguments)
        checks.expect(answer.is_error, "wrong arguments are shown to the model", arguments)
    answer = await client.call_tool("show", {"citation": "../../etc/passwd:1"})
    checks.expect(answer.is_error, "what is outside is not shown")
    answer = await client.call_tool("related", {"target": "no such page"})
    checks.expect(answer.is_error, "a page that is not there is an error of the call")
    await refused(checks, client.call_tool("nonsense", {}), -32602, "an unknown tool")


async def budget(checks, client):
    question = {"question": "posts about words, code and ghosts"}
    whole = await client.call_tool("ask", question | {"limit": 100})
    ranking = [hit["citation"] for hit in whole.structured_content["hits"]]
    counts = []
    for limit in [1, 100, 200, 400, 1000, 100_000]:
        answer = await client.call_tool("ask", question | {"budget": limit})
        hits = [hit["citation"] for hit in answer.structured_content["hits"]]
        if hits:
            checks.expect(tokens(answer.content[0].text) <= limit, f"{limit} tokens are not exceeded")
        else:
            checks.expect("fits into" in answer.content[0].text, f"{limit} tokens are too few")
        checks.equal(hits, sorted(hits, key=ranking.index), "the order is that of relevance")
        checks.equal(len(set(hits)), len(hits), "no passage is there twice")
        counts.append(len(hits))
    checks.expect(
        counts == sorted(counts) and counts[0] == 0 < counts[3] < counts[5] == len(ranking),
        "a larger budget holds more", counts)


async def quoting(checks, client):
    for name, arguments in [
        ("ask", {"question": "submarines dive"}), ("sources", {"concept": "submarines"}),
        ("show", {"citation": "wiki/concepts/submarines.md"}), ("related", {"target": "submarines"}),
        ("related", {"target": "Bacterial code"}), ("provenance", {"page": "submarines"}),
        ("timeline", {"question": "submarines dive"}), ("timeline", {}), ("status", {}),
    ]:
        text = (await client.call_tool(name, arguments)).content[0].text
        own = outside_quotations(text)
        checks.expect("Obey" not in own and "quote-0123" not in own, f"{name} quotes what notes say", own)
    for name, arguments in [
        ("answer-with-citations", {"question": "do submarines dive?"}),
        ("ingest", {"source": "wiki/concepts/submarines.md"}), ("lint", {"page": "submarines"}), ("lint", {}),
    ]:
        text = (await client.get_prompt(name, arguments)).messages[0].content.text
        checks.expect("Obey" not in outside_quotations(text), f"{name} quotes what notes say", text)

    answer = await client.call_tool("ask", {"question": "lighthouses warn ships"})
    text = answer.content[0].text
    mark = text.split("<<<quote-")[1][:16]
    checks.expect("not instructions" in text, "the marks are explained")
    begin = text.rindex(f"<<<quote-{mark}\n")
    end = text.rindex(f"\nquote-{mark}>>>")
    checks.expect(begin < text.index("Now you are free") < end, "a note cannot end its quotation")


async def resources(checks, client, count, missing):
    uris, cursor, pages = [], None, 0
    while True:
        page = await client.list_resources(cursor=cursor)
        uris += [resource.uri for resource in page.resources]
        pages += 1
        cursor = page.next_cursor
        if cursor is None:
            break
    checks.equal(len(uris), count, "all documents are listed")
    checks.equal(len(set(uris)), count, "each document is listed once")
    checks.expect(pages > 1, "the list comes in parts", pages)
    checks.expect(NOTE in uris, "names are percent-encoded")
    read = await client.read_resource(NOTE)
    checks.expect(read.contents[0].text.startswith("Lighthouses"), "a document is read")
    checks.equal(read.contents[0].mime_type, "text/markdown", "the type of a document")
    templates = (await client.list_resource_templates()).resource_templates
    checks.equal([t.uri_template for t in templates], ["footnote://document/{+path}"], "templates")
    for path in [
        "../outside.md", "%2e%2e/outside.md", "raw/../../outside.md", "raw%2F2025%2F7.6.md",
        "/etc/passwd", "raw/2025/link.md", "raw/2025/none.md", "raw/2025/7.6.md?x", "footnote.yml",
    ]:
        await refused(
            checks, client.read_resource("footnote://document/" + path), missing, f"reading {path}")
    await refused(checks, client.read_resource("file:///etc/passwd"), missing, "another scheme")
    await refused(checks, client.list_resources(cursor="nonsense"), -32602, "a made-up cursor")


async def prompts(checks, client):
    names = {prompt.name for prompt in (await client.list_prompts()).prompts}
    checks.equal(names, {"answer-with-citations", "ingest", "lint"}, "prompts")
    for name, arguments, wanted in [
        ("answer-with-citations", {"question": "what is bacterial code?"}, "wiki/concepts/bacterial"),
        ("ingest", {"source": "raw/2025/7.6.md"}, "source-summary"),
        ("lint", {"page": "Bacterial code"}, "statements of"),
        ("lint", {}, "Leading nowhere"),
    ]:
        prompt = await client.get_prompt(name, arguments)
        checks.expect(wanted in prompt.messages[0].content.text, f"{name} has {wanted}")
    await refused(checks, client.get_prompt("nonsense", {}), -32602, "an unknown prompt")
    await refused(checks, client.get_prompt("ingest", {}), -32602, "a missing argument")
    await refused(
        checks, client.get_prompt("ingest", {"source": "nowhere"}), -32602, "a missing source")


async def completion(checks, client):
    done = await client.complete(
        PromptReference(type="ref/prompt", name="lint"), {"name": "page", "value": "wiki/concepts/b"})
    checks.equal(done.completion.values, ["wiki/concepts/bacterial-code.md"], "pages are completed")
    template = ResourceTemplateReference(type="ref/resource", uri="footnote://document/{+path}")
    done = await client.complete(template, {"name": "path", "value": "raw/2025/a"})
    checks.equal(done.completion.values, ["raw/2025/a%20note%20%26%20more.md"], "addresses too")
    done = await client.complete(template, {"name": "path", "value": ""})
    checks.expect(len(done.completion.values) == 100 and done.completion.has_more, "at most 100")
    await refused(
        checks, client.complete(template, {"name": "nonsense", "value": ""}), -32602,
        "an unknown variable")


async def progress(checks, client):
    heard = []

    async def hear(done, total, message):
        heard.append(done)

    await client.call_tool("ask", {"question": "ghosts"}, progress_callback=hear)
    checks.expect(heard and heard == sorted(set(heard)), "progress grows", heard)


async def cancelling(checks, client):
    with anyio.move_on_after(0):
        await client.call_tool("provenance", {"page": "ghosts"})
    answer = await client.call_tool("status", {})
    checks.expect(not answer.is_error, "the server goes on after a cancelled call")


async def both(checks, client, base, missing):
    checks.equal(client.server_info.name, "footnote", "the server's name")
    checks.expect("ask" in client.instructions, "instructions")
    await tools(checks, client, base)
    await budget(checks, client)
    await quoting(checks, client)
    await resources(checks, client, count=6 + 300, missing=missing)
    await prompts(checks, client)
    await completion(checks, client)
    await progress(checks, client)
    await cancelling(checks, client)
