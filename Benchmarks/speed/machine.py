"""What machine it is, and what else it was doing."""

import os
import platform
import re
import subprocess
import sys

FEATURES = ("avx2", "fma", "f16c", "avx_vnni", "avx512f", "avx512bw", "avx512vl", "avx512_vnni", "avx512_bf16",
            "amx_int8", "asimd", "asimddp", "i8mm", "sve")
BUSY = 0.25


def _first(pattern, text, default=None):
    found = re.search(pattern, text, re.M)
    return found[1].strip() if found else default


def _read(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def _sysctl(name):
    try:
        return subprocess.run(["sysctl", "-n", name], capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""


def _caches():
    sizes = {}
    home = "/sys/devices/system/cpu/cpu0/cache"
    for index in sorted(os.listdir(home)) if os.path.isdir(home) else []:
        kind = _read(f"{home}/{index}/type").strip()
        if kind in ("Data", "Unified"):
            sizes["L" + _read(f"{home}/{index}/level").strip()] = _read(f"{home}/{index}/size").strip()
    return sizes


def largest_cache_bytes():
    """The last level's size; 32 MiB where it is not known."""
    units = {"K": 2**10, "M": 2**20, "G": 2**30}
    sizes = [int(text[:-1]) * units[text[-1]] for text in _caches().values() if text[-1:] in units]
    return max(sizes, default=32 * 2**20)


def describe():
    """Processor, cores, instruction sets, caches, memory, system."""
    if sys.platform == "darwin":
        return {"processor": _sysctl("machdep.cpu.brand_string"), "cores": os.cpu_count(), "features": [],
                "caches": {}, "memory_gb": round(int(_sysctl("hw.memsize") or 0) / 2**30, 1),
                "system": platform.platform(), "python": platform.python_version()}
    processor = _read("/proc/cpuinfo")
    flags = set((_first(r"^(?:flags|Features)\s*:(.*)$", processor, "")).split())
    memory = int(_first(r"^MemTotal:\s*(\d+)", _read("/proc/meminfo"), "0"))
    return {
        "processor": _first(r"^model name\s*:(.*)$", processor, platform.machine()),
        "cores": len(os.sched_getaffinity(0)), "features": [f for f in FEATURES if f in flags], "caches": _caches(),
        "memory_gb": round(memory / 2**20, 1), "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def load():
    return round(os.getloadavg()[0], 2)


def is_busy():
    """Whether so much else is going on that times are not to be trusted."""
    return os.getloadavg()[0] > BUSY * (os.cpu_count() or 1)


class Bystanders:
    """Share of all cores that others used while something ran, hypervisor's theft included; None where it is not known.

    `own` is the processor time in seconds that what ran has used itself.
    """

    def __init__(self):
        self.before = self._busy()

    @staticmethod
    def _busy():
        fields = _read("/proc/stat").split("\n", 1)[0].split()[1:9]
        if len(fields) < 8:
            return None
        user, nice, system, idle, wait, interrupt, soft, stolen = map(int, fields)
        busy = user + nice + system + interrupt + soft + stolen
        return busy, busy + idle + wait

    def share(self, own):
        after = self._busy()
        if self.before is None or after is None:
            return None
        busy, total = after[0] - self.before[0], after[1] - self.before[1]
        if total <= 0:
            return None
        return round(max(0.0, busy - own * os.sysconf("SC_CLK_TCK")) / total, 3)
