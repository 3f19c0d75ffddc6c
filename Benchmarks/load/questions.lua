-- wrk script: asks /api/ask the questions of a file, one after the other, each thread from another place.
-- QUESTIONS names the file: one percent-encoded question a line.
local questions = {}
for line in io.lines(os.getenv("QUESTIONS")) do
  if #line > 0 then questions[#questions + 1] = "/api/ask?q=" .. line end
end

local threads = 0
function setup(thread)
  thread:set("start", threads * math.floor(#questions / 3))
  threads = threads + 1
end

local place = 0
function init(args)
  place = start
end

function request()
  place = place + 1
  return wrk.format("GET", questions[(place - 1) % #questions + 1])
end

function done(summary, latency, requests)
  io.write(string.format(
    '{"requests": %d, "seconds": %.3f, "p50_ms": %.3f, "p90_ms": %.3f, "p99_ms": %.3f, "max_ms": %.3f, '
    .. '"errors": {"connect": %d, "read": %d, "write": %d, "status": %d, "timeout": %d}}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000,
    latency:percentile(90) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    summary.errors.connect, summary.errors.read, summary.errors.write, summary.errors.status,
    summary.errors.timeout))
end
