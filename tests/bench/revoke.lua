-- SPDX-License-Identifier: GPL-3.0-or-later
-- For wrk: revokes each token of the file TOKENS once, as whoever BEARER is, and prints how many a second were.
local ffi = require("ffi")
ffi.cdef [[
    struct moment { long seconds; long nanoseconds; };
    int clock_gettime(int clock, struct moment *result);
]]

local monotonic = 1
local moment = ffi.new("struct moment")
local function now()
    ffi.C.clock_gettime(monotonic, moment)
    return tonumber(moment.seconds) + tonumber(moment.nanoseconds) / 1e9
end

local threads = {}
function setup(thread)
    table.insert(threads, thread)
end

local requests = {}
local headers = {
    ["Authorization"] = "Bearer " .. os.getenv("BEARER"),
    ["Content-Type"] = "application/x-www-form-urlencoded",
}
function init()
    for token in io.lines(os.getenv("TOKENS")) do
        table.insert(requests, wrk.format("POST", nil, headers, "token=" .. token))
    end
    count = #requests
    at, answers, refused, began, ended = 0, 0, 0, 0, 0
end

function request()
    -- The first one is only looked at, before anything is sent.
    if at == 0 then
        at = 1
        return requests[1]
    end
    if began == 0 then began = now() end
    -- There is no way to send nothing: what comes after the last one is the last one again, and is not counted.
    local next = requests[math.min(at, #requests)]
    at = at + 1
    return next
end

function response(status)
    answers = answers + 1
    if status ~= 200 then refused = refused + 1 end
    if answers == #requests then ended = now() end
    -- Some of the last ones may still be under way, on other connections.
    if answers == #requests + 200 then wrk.thread:stop() end
end

function done()
    local thread = threads[1]
    local took = thread:get("ended") - thread:get("began")
    if thread:get("refused") > 0 or took <= 0 then
        io.stderr:write(thread:get("answers") .. " answers, of which refusals: " .. thread:get("refused") .. "\n")
        os.exit(1)
    end
    print(string.format('{"per_second": %.1f}', thread:get("count") / took))
end
