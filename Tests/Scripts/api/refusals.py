"""Checks for schemathesis: refusals are problem details, and valid data is refused only for what it says."""

import json

import schemathesis

UNANSWERABLE = {
    "The question cannot be asked", "The citation cannot be read", "The parameters are wrong", "No such text", "Not found",
    "The address is too long",
}


@schemathesis.check
def explained_refusal(context, response, case):
    if response.status_code < 400 or case.method.upper() == "HEAD":
        return
    kind = response.headers.get("content-type", [""])[0]
    assert kind == "application/problem+json", f"a refusal without problem details: {kind}"
    problem = json.loads(response.content)
    assert problem["status"] == response.status_code and problem["type"] and problem["title"], problem
    if case.meta and case.meta.generation.mode.is_positive and case.method.upper() == "GET":
        assert problem["title"] in UNANSWERABLE, problem
        assert problem["detail"], problem


@schemathesis.check
def guarded(context, response, case):
    for name, value in [
        ("content-security-policy", "default-src 'none'"), ("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
    ]:
        assert value in response.headers.get(name, [""])[0], f"without {name}"
