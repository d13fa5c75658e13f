// The steps that must not be interrupted, in Lua. All keys of a room carry one hash tag, so they are legal in a cluster.

/** Makes a room, unless it is there. ARGV: its fields and values. */
export const openRoom = `
if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('HSET', KEYS[1], unpack(ARGV)) end
return 1
`

/**
 * Stores a batch: what was stored before is passed over. Returns the highest number that is stored; below `after`, it stores nothing.
 * KEYS records, numbers. ARGV outbox, after, learner, cap, the batch's highest number, then number and event of each.
 */
export const storeEvents = `
local last = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0')
if last < tonumber(ARGV[2]) then return last end
for i = 6, #ARGV, 2 do
  local seq = tonumber(ARGV[i])
  if seq > last then
    redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[4], '*', 'l', ARGV[3], 'v', ARGV[i + 1])
    last = seq
  end
end
last = math.max(last, tonumber(ARGV[5]))
redis.call('HSET', KEYS[2], ARGV[1], last)
return last
`

/**
 * Lets a device in: the same device is the same person. Returns the learner's id and name, or the reason of a refusal.
 * KEYS room, people, devices, tokens, names, events. ARGV code, device, role, token, id and name if the device is new, whether the name was
 * chosen, records' cap.
 */
export const join = `
local room = KEYS[1]
if redis.call('HGET', room, 'ended') then return {'ended'} end
local wanted = redis.call('HGET', room, ARGV[3] == 'helper' and 'helperCode' or 'code')
if wanted ~= ARGV[1] then return {'code'} end
local known = redis.call('HGET', KEYS[3], ARGV[2])
local person = known and redis.call('HGET', KEYS[2], known)
if person then person = cjson.decode(person) end
if person and person.kicked then return {'kicked'} end
if not person and redis.call('HGET', room, 'locked') == '1' then return {'locked'} end
local id = known or ARGV[5]
local name = ARGV[6]
if person and ARGV[7] ~= '1' then name = person.name end
local owner = redis.call('HGET', KEYS[5], string.lower(name))
if owner and owner ~= id then return {'taken'} end
if person and person.name ~= name then redis.call('HDEL', KEYS[5], string.lower(person.name)) end
if person and person.token then redis.call('HDEL', KEYS[4], person.token) end
redis.call('HSET', KEYS[5], string.lower(name), id)
redis.call('HSET', KEYS[3], ARGV[2], id)
redis.call('HSET', KEYS[4], ARGV[4], ARGV[3] .. ' ' .. id)
redis.call('HSET', KEYS[2], id, cjson.encode({name = name, role = ARGV[3], token = ARGV[4], device = ARGV[2]}))
local note = cjson.encode({note = 'joined', learner = id, name = name, role = ARGV[3]})
redis.call('XADD', KEYS[6], 'MAXLEN', '~', ARGV[8], '*', 'n', note)
return {'ok', id, name}
`

/** Gives an order once. KEYS orders, ids. ARGV id, JSON, cap. */
export const give = `
local given = redis.call('HGET', KEYS[2], ARGV[1])
if given then return given end
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], '*', 'v', ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], id)
return id
`

/** Ends a person's token and, if they are sent out, bars their device. KEYS people, tokens, events. ARGV learner, why, cap. */
export const dismiss = `
local person = redis.call('HGET', KEYS[1], ARGV[1])
if not person then return 0 end
person = cjson.decode(person)
if person.token then redis.call('HDEL', KEYS[2], person.token) end
person.token = nil
if ARGV[2] == 'kicked' then person.kicked = true end
redis.call('HSET', KEYS[1], ARGV[1], cjson.encode(person))
local note = cjson.encode({note = 'left', learner = ARGV[1], why = ARGV[2]})
redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[3], '*', 'n', note)
return 1
`
