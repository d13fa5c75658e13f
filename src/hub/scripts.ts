// The steps that must not be interrupted, in Lua. All keys of a room carry one hash tag, so they are legal in a cluster.

/** Defines `record(stream, cap, note)`, which appends what the hub itself records; with a cap of 0, as in a room that only counts, nothing. */
const withRecord = `
local function record(stream, cap, note)
  if cap == '0' then return end
  redis.call('XADD', stream, 'MAXLEN', '~', cap, '*', 'n', cjson.encode(note))
end`

/** Makes a room, unless it is there: 1 or 0. ARGV: its fields and values. */
export const openRoom = `
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV))
return 1
`

/**
 * Stores a batch: what was stored before is passed over. Returns the highest number that is stored; below `after`, it stores nothing; -1 if the
 * token is no longer valid. Of a learner who has stored as much as anybody may, the rest is acknowledged and not stored. Whatever it has, a batch is a sign
 * of life.
 * KEYS records, numbers, tokens, signs. ARGV token, learner, outbox, after, the batch's highest number, cap of records, cap of the learner's, then
 * number and event of each, and 1 if it is a question: it gets the next number of the room.
 */
export const storeEvents = `
if redis.call('HEXISTS', KEYS[3], ARGV[1]) == 0 then return -1 end
local now = redis.call('TIME')
redis.call('ZADD', KEYS[4], now[1] * 1000 + math.floor(now[2] / 1000), ARGV[2])
local last = tonumber(redis.call('HGET', KEYS[2], ARGV[3]) or '0')
if last < tonumber(ARGV[4]) then return last end
local count = ARGV[2] .. ':stored'
local stored = tonumber(redis.call('HGET', KEYS[2], count) or '0')
for i = 8, #ARGV, 3 do
  local seq = tonumber(ARGV[i])
  if seq > last and stored < tonumber(ARGV[7]) then
    local fields = {'l', ARGV[2], 'v', ARGV[i + 1]}
    if ARGV[i + 2] == '1' then
      fields[5] = 'q'
      fields[6] = redis.call('HINCRBY', KEYS[2], 'questions', 1)
    end
    redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[6], '*', unpack(fields))
    stored = stored + 1
  end
  last = math.max(last, seq)
end
last = math.max(last, tonumber(ARGV[5]))
if last > 0 then redis.call('HSET', KEYS[2], ARGV[3], last, count, stored) end
return last
`

/**
 * Defines `hold(counts, numbers, slots, questions, now, slot, count)`: something of which a person has one at a time is now counted under `count`, or under
 * nothing. A question is a number in the queue; asked again, it stays the same.
 */
const withHold = `
local function hold(counts, numbers, slots, questions, now, slot, count)
  local before = redis.call('HGET', slots, slot)
  if before == count or (not before and count == '') then return end
  if before then
    local n = string.match(before, '^help (%d+)$')
    if n and count == 'help' and redis.call('ZSCORE', questions, n) then return end
    if n then redis.call('ZREM', questions, n)
    elseif redis.call('HINCRBY', counts, before, -1) == 0 then redis.call('HDEL', counts, before) end
  end
  if count == 'help' then
    local n = redis.call('HINCRBY', numbers, 'questions', 1)
    redis.call('ZADD', questions, now, n)
    count = 'help ' .. n
  elseif count ~= '' then redis.call('HINCRBY', counts, count, 1) end
  if count == '' then redis.call('HDEL', slots, slot) else redis.call('HSET', slots, slot, count) end
end`

/**
 * Counts a batch, in a room that keeps nothing of its learners: what was counted before is passed over. Returns the highest number that is counted, as
 * `storeEvents` does, and the number of the question that this learner has open, else 0.
 * KEYS counts, numbers, tokens, slots, questions, room. ARGV token, learner, outbox, after, the batch's highest number, cap of the learner's, ms since the
 * epoch, slot of the flag, then number and changes of each event as JSON.
 */
export const countEvents = `${withHold}
local counts, numbers, slots, questions = KEYS[1], KEYS[2], KEYS[4], KEYS[5]
if redis.call('HEXISTS', KEYS[3], ARGV[1]) == 0 then return {-1, 0} end
local last = tonumber(redis.call('HGET', numbers, ARGV[3]) or '0')
if last < tonumber(ARGV[4]) then return {last, 0} end
local stored = tonumber(redis.call('HGET', numbers, ARGV[2] .. ':stored') or '0')
local poll = redis.call('HGET', KEYS[6], 'poll')
for i = 9, #ARGV, 2 do
  local seq = tonumber(ARGV[i])
  if seq > last and stored < tonumber(ARGV[6]) then
    for _, change in ipairs(cjson.decode(ARGV[i + 1])) do
      if change.add then redis.call('HINCRBY', counts, change.add, 1)
      elseif not change.poll or change.poll == poll then
        hold(counts, numbers, slots, questions, ARGV[7], change.slot, change.count)
      end
    end
    stored = stored + 1
  end
  last = math.max(last, seq)
end
last = math.max(last, tonumber(ARGV[5]))
if last > 0 then redis.call('HSET', numbers, ARGV[3], last, ARGV[2] .. ':stored', stored) end
local n = string.match(redis.call('HGET', slots, ARGV[8]) or '', '^help (%d+)$')
if n and not redis.call('ZSCORE', questions, n) then n = nil end
return {last, tonumber(n or '0')}
`

/** Empties slots. KEYS counts, numbers, slots, questions. ARGV the slots. */
export const letGo = `${withHold}
for _, slot in ipairs(ARGV) do hold(KEYS[1], KEYS[2], KEYS[3], KEYS[4], 0, slot, '') end
return 1
`

/**
 * Lets a device in: the same device is the same person, and needs no code in its role. Returns the learner's id and name, or the reason of a
 * refusal. That somebody who is in comes in again, as they were, is no record.
 * KEYS room, people, devices, tokens, names, events, ids. ARGV code, device, role, token, id and name if the device is new, whether the name was
 * chosen, records' cap, the act's id, 1 for somebody who was let in before and has been lost since, and the most people.
 */
export const join = `${withRecord}
local room = KEYS[1]
local again = ARGV[10] == '1'
if again and redis.call('HEXISTS', KEYS[7], ARGV[9]) == 1 then return {'ok', ARGV[5], ARGV[6]} end
if redis.call('HGET', room, 'ended') then return {'ended'} end
local known = redis.call('HGET', KEYS[3], ARGV[2])
local person = known and redis.call('HGET', KEYS[2], known)
if person then person = cjson.decode(person) end
if person and person.kicked then return {'kicked'} end
if again and person then return {'ok', known, person.name} end
local wanted = redis.call('HGET', room, ARGV[3] == 'helper' and 'helperCode' or 'code')
if wanted ~= ARGV[1] and not again and not (person and person.role == ARGV[3]) then return {'code'} end
if not person and not again and redis.call('HGET', room, 'locked') == '1' then return {'locked'} end
if not person and redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[11]) then return {'locked'} end
local id = known or ARGV[5]
local name = ARGV[6]
if person and (ARGV[7] ~= '1' or person.renamed) then name = person.name end
local owner = name ~= '' and redis.call('HGET', KEYS[5], string.lower(name))
if owner and owner ~= id then return {'taken'} end
local same = person and person.token and person.name == name and person.role == ARGV[3]
if person and person.name ~= name then redis.call('HDEL', KEYS[5], string.lower(person.name)) end
if person and person.token then redis.call('HDEL', KEYS[4], person.token) end
if name ~= '' then redis.call('HSET', KEYS[5], string.lower(name), id) end
redis.call('HSET', KEYS[3], ARGV[2], id)
redis.call('HSET', KEYS[4], ARGV[4], ARGV[3] .. ' ' .. id)
redis.call('HSET', KEYS[2], id, cjson.encode({name = name, role = ARGV[3], token = ARGV[4], device = ARGV[2], renamed = person and person.renamed}))
if not same then record(KEYS[6], ARGV[8], {note = 'joined', learner = id, name = name, role = ARGV[3]}) end
redis.call('HSET', KEYS[7], ARGV[9], 1)
return {'ok', id, name}
`

/**
 * What the instructor does: once for each id, however often it is sent, with the same result each time. Nothing is done to a room that is gone.
 * KEYS room, ids, then those of the act. ARGV the act's id, then its own.
 */
const once = (act: string) => `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local before = redis.call('HGET', KEYS[2], ARGV[1])
if before then return tonumber(before) end
local function act()
${act}
end
local result = act()
redis.call('HSET', KEYS[2], ARGV[1], result)
return result
`

/** Whether all these acts are done, or the room is gone. KEYS room, ids. ARGV the acts' ids. */
export const areDone = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 1 end
for _, act in ipairs(ARGV) do
  if redis.call('HEXISTS', KEYS[2], act) == 0 then return 0 end
end
return 1
`

/** Notes that an act is done which is none of these scripts. */
export const did = once('return 1')

/** Gives an order. KEYS 3 orders. ARGV 2 JSON, cap, the cursor that it had before, or `*`: if it is too late for that one, a new one. */
export const give = once(`
local id = redis.pcall('XADD', KEYS[3], 'MAXLEN', '~', ARGV[3], ARGV[4], 'v', ARGV[2])
if type(id) == 'table' then redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[3], '*', 'v', ARGV[2]) end
return 1
`)

/** Sets a field of the room, and notes it. KEYS 3 events. ARGV 2 field, value, note or nothing, cap. */
export const set = once(`
redis.call('HSET', KEYS[1], ARGV[2], ARGV[3])
if ARGV[4] ~= '' then redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[5], '*', 'n', ARGV[4]) end
return 1
`)

/**
 * Whether streams still have the entries that were read last. One that an erasure has deleted is not lost: then the stream has deleted that one, or a newer
 * one. KEYS the streams. ARGV an id of each, 0-0 if nothing was read.
 */
export const haveRead = `
local function numbersOf(id)
  local ms, n = string.match(id, '^(%d+)%-(%d+)$')
  return tonumber(ms), tonumber(n)
end
local function isDeleted(stream, id)
  if redis.call('EXISTS', stream) == 0 then return false end
  local info = redis.call('XINFO', 'STREAM', stream)
  for i = 1, #info, 2 do
    if info[i] == 'max-deleted-entry-id' then
      local ms, n = numbersOf(info[i + 1])
      local readMs, readN = numbersOf(id)
      return ms > readMs or (ms == readMs and n >= readN)
    end
  end
  return false
end
for i, stream in ipairs(KEYS) do
  local id = ARGV[i]
  if id ~= '0-0' and #redis.call('XRANGE', stream, id, id) == 0 and not isDeleted(stream, id) then return 0 end
end
return 1
`

/**
 * Counts a wrong code of an address, and of all. Once one of them has tried too many it counts none, and a right code is refused too. Returns ms to
 * wait, else 0. KEYS wrong codes of the address, of all. ARGV 1 if this one is wrong, most of an address, most of all, ms that they count.
 */
export const guess = `
for i = 1, 2 do
  if tonumber(redis.call('GET', KEYS[i]) or '0') >= tonumber(ARGV[i + 1]) then return redis.call('PTTL', KEYS[i]) end
end
if ARGV[1] == '1' then
  for i = 1, 2 do
    if redis.call('INCR', KEYS[i]) == 1 then redis.call('PEXPIRE', KEYS[i], ARGV[4]) end
  end
end
return 0
`

/** Ends a person's token and, if they are sent out, bars their device. KEYS 3 people, tokens, events. ARGV 2 learner, why, cap. */
export const dismiss = once(`${withRecord}
local person = redis.call('HGET', KEYS[3], ARGV[2])
if not person then return 0 end
person = cjson.decode(person)
if person.token then redis.call('HDEL', KEYS[4], person.token) end
person.token = nil
if ARGV[3] == 'kicked' then person.kicked = true end
redis.call('HSET', KEYS[3], ARGV[2], cjson.encode(person))
record(KEYS[5], ARGV[4], {note = 'left', learner = ARGV[2], why = ARGV[3]})
return 1
`)

/** Lets somebody in again who was sent out. KEYS 3 people, events. ARGV 2 learner, cap. */
export const readmit = once(`${withRecord}
local person = redis.call('HGET', KEYS[3], ARGV[2])
if not person then return 0 end
person = cjson.decode(person)
if not person.kicked then return 0 end
person.kicked = nil
redis.call('HSET', KEYS[3], ARGV[2], cjson.encode(person))
record(KEYS[4], ARGV[3], {note = 'readmitted', learner = ARGV[2]})
return 1
`)

/** Gives a person another name, which then holds although they chose one, unless somebody else has it. KEYS 3 people, names, events. ARGV 2 learner, name, cap. */
export const rename = once(`${withRecord}
local person = redis.call('HGET', KEYS[3], ARGV[2])
if not person then return 0 end
person = cjson.decode(person)
local owner = redis.call('HGET', KEYS[4], string.lower(ARGV[3]))
if owner and owner ~= ARGV[2] then return 0 end
redis.call('HDEL', KEYS[4], string.lower(person.name))
redis.call('HSET', KEYS[4], string.lower(ARGV[3]), ARGV[2])
person.name = ARGV[3]
person.renamed = true
redis.call('HSET', KEYS[3], ARGV[2], cjson.encode(person))
record(KEYS[5], ARGV[4], {note = 'renamed', learner = ARGV[2], name = ARGV[3]})
return 1
`)

/** Deletes a person; nothing more is stored of them from now on. KEYS people, tokens, names, events. ARGV learner, cap. */
export const forget = `${withRecord}
local person = redis.call('HGET', KEYS[1], ARGV[1])
if not person then return 0 end
person = cjson.decode(person)
if person.token then redis.call('HDEL', KEYS[2], person.token) end
redis.call('HDEL', KEYS[3], string.lower(person.name))
redis.call('HDEL', KEYS[1], ARGV[1])
record(KEYS[4], ARGV[2], {note = 'left', learner = ARGV[1], why = 'erased'})
return 1
`

/** Takes a lease (1) or keeps it (2); 0 if it is another's. KEYS lease. ARGV helper, ms. */
export const claim = `
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return owner and 2 or 1
`
