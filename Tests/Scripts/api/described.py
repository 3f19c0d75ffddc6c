"""schemathesis tests the API by its description, against a running server.

    python described.py BINARY BASE [EXAMPLES]
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import Checks
from service import serving


def main():
    binary, base = sys.argv[1:3]
    examples = sys.argv[3] if len(sys.argv) > 3 else "15"
    scripts = Path(__file__).resolve().parent
    checks = Checks("described")
    with serving(binary, base, environment={"FOOTNOTE_MODEL": "none"}) as service, tempfile.TemporaryDirectory() as folder:
        before = service.memory()
        done = subprocess.run(
            [Path(sys.executable).with_name("schemathesis"), "--config-file", scripts / "schemathesis.toml", "run",
             f"{service.address}api/openapi.json", "--phases", "examples,coverage,fuzzing,stateful", "--max-examples", examples,
             "--no-color"],
            cwd=folder, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(scripts)})
        lines = (done.stdout + done.stderr).splitlines()
        checks.equal(done.returncode, 0, "schemathesis: exit status")
        if done.returncode:
            print("\n".join(line[:400] for line in lines if line.strip()))
        count = re.search(r"(\d[\d,]*) generated", done.stdout)
        made = int(count[1].replace(",", "")) if count else 0
        checks.expect(made > 500, "schemathesis sends requests", made)
        checks.expect(service.alive(), "the server runs", service.log()[-2000:])
        print(f"described: {made} requests, memory {before:.0f} MiB and {service.memory() - before:+.0f} MiB")
    checks.finish()


if __name__ == "__main__":
    main()
