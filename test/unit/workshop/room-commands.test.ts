// The learner's side of a room: what is told, what can be answered, and when it is over.

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {RoomCommands} from '../../../src/lab/run/room-commands.ts'
import {parseLine} from '../../../src/model/prompt/parse-line.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import type {RoomRequest} from '../../../src/model/state/workshop.ts'
import {jumpOffered, keptRoom, openOrder, reopened} from '../../../src/model/state/workshop.ts'
import {heardWords} from '../../../src/model/state/workshop-words.ts'
import {LabError} from '../../../src/model/text/lab-error.ts'
import {type Message, translate} from '../../../src/model/text/messages.ts'
import type {Delivery, Target, WorkshopCommand} from '../../../src/model/workshop/command.ts'
import {type KeptRoom, parseKeptRoom} from '../../../src/model/workshop/kept-room.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {lineWidth} from '../../../src/views/draw/styled-text.ts'
import {headerView} from '../../../src/views/header.ts'
import {began, played, polled, states, update} from '../ui/states.ts'

const style = (language: 'en' | 'zh' = 'en') => new Style({language, theme: {color: false, unicode: true}})
/** A step of the tour by its number and title. */
const placed = (step: string, n: number, language: 'en' | 'zh') => {
  const title = lessons
    .find(({id}) => id === 'tour')
    ?.words[language].steps.find(({id}) => id === step)?.title
  return language === 'en' ? `tour, step ${n} (${title})` : `tour 第 ${n} 步（${title}）`
}
const other = (language: 'en' | 'zh') => placed('other', 2, language)
const because: Message = {key: 'workshop.why.kicked'}

/** `kept`: what a lab that was closed has left in it. */
function openRoom(kept?: KeptRoom) {
  let state: LabState = played([...began('tour', 'look'), polled('cluster')], states.freePlay)
  const told: string[] = []
  const listeners: (() => void)[] = []
  const ran: string[] = []
  const opened: string[] = []
  const tell = (words: Message) => void told.push(translate('en', words))
  const room = new RoomCommands({
    lessons,
    state: () => state,
    dispatch: event => {
      state = update(state, event)
      for (const listener of listeners) listener()
    },
    subscribe: listener => listeners.push(listener),
    transcript: {
      note: (_, words) => tell(words),
      continue: words => {
        if (words) tell(words)
        return 0
      },
    },
    run: line => {
      ran.push(line)
      return Promise.resolve()
    },
    open: (lesson, step) => {
      opened.push(`${lesson} ${step}`)
      return Promise.resolve()
    },
  })
  room.took({is: 'joined', name: 'calm otter', role: 'learner', hub: '192.0.2.2:7700', kept})
  if (!kept) told.length = 0
  let n = 0
  const workshop = () => state.workshop ?? expect.fail('no workshop')
  return {
    room,
    told,
    ran,
    opened,
    workshop,
    state: () => state,
    goes(lesson: string, step: string) {
      state = update(state, {on: 'stepBegan', lesson, step, at: Date.now()})
      for (const listener of listeners) listener()
    },
    hear(command: WorkshopCommand, age = 0, target: Target = {}): Delivery {
      n++
      const at = Date.now() - age
      const delivery: Delivery = {id: `o${n}`, target, command, cursor: `${at}-${n}`, at}
      room.took({is: 'heard', delivery, at: Date.now()})
      return delivery
    },
    does: (request: RoomRequest) => room.handle(request, 1),
    replies: () =>
      workshop()
        .replies.filter(({reply}) => reply !== 'seen')
        .map(({reply}) => reply),
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('A line that is offered', () => {
  test('runs when it is taken, once', async () => {
    const {hear, does, ran, replies} = openRoom()
    hear({kind: 'offer', line: 'INFO replication'})
    await does({do: 'take'})
    expect([ran, replies()]).toEqual([['INFO replication'], ['taken']])
    await expect(does({do: 'take'})).rejects.toThrow(LabError)
  })

  test('is taken, too, when the learner types it', () => {
    const {room, hear, replies, workshop} = openRoom()
    hear({kind: 'offer', line: 'INFO replication'})
    room.typed('PING')
    expect(replies()).toEqual([])
    room.typed('INFO replication ')
    expect([replies(), openOrder(workshop(), 'offer')]).toEqual([['taken'], undefined])
  })

  test('can be declined, after a jump that is offered', async () => {
    const {hear, does, workshop} = openRoom()
    hear({kind: 'offer', line: 'PING'})
    hear({kind: 'goto', lesson: 'tour', step: 'other'})
    await does({do: 'stay'})
    expect([openOrder(workshop(), 'goto'), openOrder(workshop(), 'offer')]).toMatchObject([undefined, {}])
    await does({do: 'stay'})
    expect(openOrder(workshop(), 'offer')).toBeUndefined()
  })

  test('waits at the prompt for three minutes, and stays in the log', async () => {
    const {hear, does, told, workshop} = openRoom()
    hear({kind: 'offer', line: 'PING'})
    vi.advanceTimersByTime(179_999)
    expect(openOrder(workshop(), 'offer')).toBeDefined()
    vi.advanceTimersByTime(1)
    expect([openOrder(workshop(), 'offer'), workshop().replies.map(({reply}) => reply)]).toEqual([
      undefined,
      ['seen'],
    ])
    await does({do: 'log'})
    expect(told.at(-1)).toMatch(/^\d\d:\d\d {2}a line: PING$/)
  })

  test('is not offered to somebody who joins later than that, whatever their clock says', () => {
    const {room, hear, told, workshop} = openRoom()
    const wrong = 3600_000
    room.took({is: 'joined', name: 'calm otter', role: 'learner', hub: '', ahead: wrong})
    told.length = 0
    hear({kind: 'offer', line: 'PING'}, wrong + 180_000)
    expect([told, workshop().open]).toEqual([[], []])
    hear({kind: 'offer', line: 'TIME'}, wrong + 120_000)
    vi.advanceTimersByTime(59_999)
    expect(openOrder(workshop(), 'offer')?.command.line).toBe('TIME')
    vi.advanceTimersByTime(1)
    expect(workshop().open).toEqual([])
  })

  test('never runs if it speaks for the learner', async () => {
    const {hear, does, ran} = openRoom()
    hear({kind: 'offer', line: '/share yes'})
    await expect(does({do: 'take'})).rejects.toThrow(LabError)
    expect(ran).toEqual([])
  })
})

test('A poll that is closed is not answered any more, and its result stays in the log', async () => {
  const {hear, does, told, workshop} = openRoom()
  const {id} = hear({kind: 'poll', question: 'Ready?', options: ['yes', 'no']})
  hear({kind: 'close', poll: 'another'})
  expect(openOrder(workshop(), 'poll')?.id).toBe(id)
  const answers = [
    {option: 'yes', n: 12},
    {option: 'no', n: 3},
  ]
  hear({kind: 'close', poll: id, result: {question: 'Ready?', answers}})
  expect(told.at(-1)).toBe('The room has answered: Ready? — yes: 12 · no: 3')
  await expect(does({do: 'vote', option: 0})).rejects.toThrow(LabError)
  await does({do: 'log'})
  expect(told.at(-1)).toMatch(/The room has answered: Ready\? — yes: 12 · no: 3$/)
})

test('What the instructor says to one learner is said to be for them alone, in the log, too', async () => {
  const {hear, does, told} = openRoom()
  hear({kind: 'say', text: 'come to me'}, 0, {learner: 'g'})
  hear({kind: 'say', text: 'Good morning'})
  expect(told).toEqual(['Instructor, to you alone: come to me', 'Instructor: Good morning'])
  await does({do: 'log'})
  expect(told.slice(-2).map(row => row.slice(7))).toEqual(['to you alone: come to me', 'Good morning'])
})

describe('A poll that is open', () => {
  const poll: WorkshopCommand = {kind: 'poll', question: 'Ready?', options: ['yes', 'no']}

  test('takes a changed answer, and says so', async () => {
    const {hear, does, told, workshop} = openRoom()
    const {id} = hear(poll)
    for (const option of [0, 0, 1]) await does({do: 'vote', option})
    expect(told.slice(1)).toEqual([
      'Your answer: yes',
      'Your answer: yes',
      'Your answer is now: no (before: yes)',
    ])
    expect(workshop().votes.at(-1)).toEqual({poll: id, option: 1})
  })

  test('is answered by a number alone, until it is answered', async () => {
    const {hear, does, state} = openRoom()
    const read = () => parseLine('2', {...state(), options: 0})
    expect(read()).toMatchObject({is: 'actions'})
    hear(poll)
    expect(read()).toEqual({is: 'room', request: {do: 'vote', option: 1}})
    expect(parseLine('2', {...state(), options: 3})).toMatchObject({is: 'answer'})
    await does({do: 'vote', option: 1})
    expect(read()).toMatchObject({is: 'actions'})
  })
})

describe('Once the workshop is over', () => {
  const requests: readonly RoomRequest[] = [
    {do: 'flag', flag: 'help'},
    {do: 'take'},
    {do: 'go'},
    {do: 'vote', option: 0},
    {do: 'share', yes: true},
    {do: 'leave', erase: false},
  ]
  const everything: readonly WorkshopCommand[] = [
    {kind: 'offer', line: 'PING'},
    {kind: 'goto', lesson: 'tour', step: 'other'},
    {kind: 'poll', question: 'Ready?', options: ['yes', 'no']},
    {kind: 'snapshot'},
    {kind: 'timer', seconds: 600},
  ]
  const shown = (state: LabState) =>
    headerView({state, lessons, style: style()}, 120)
      .map(({text}) => text)
      .join('')

  test('it is said once, nothing is offered, and nothing can be sent', async () => {
    const {hear, does, told, workshop, room, state} = openRoom()
    for (const command of everything) hear(command)
    room.took({is: 'flag', flag: 'help'})
    told.length = 0
    hear({kind: 'end'})
    room.took({is: 'connection', connection: {is: 'over', because: {key: 'workshop.why.ended'}}})
    room.took({is: 'connection', connection: {is: 'trying'}})
    vi.advanceTimersByTime(3_600_000)
    expect(told).toEqual(['The workshop is over. Your lab goes on; nothing more is sent.'])
    expect(workshop()).toMatchObject({connection: {is: 'over'}, open: [], flag: 'none'})
    expect(workshop().timer).toBeUndefined()
    expect(shown(state())).toMatch(/⌂ room closed · /)
    for (const request of requests)
      await expect(does(request)).rejects.toMatchObject({
        reason: {key: 'workshop.nothingSent', values: {because: {key: 'workshop.why.ended'}}},
      })
  })

  test('a hub that refuses first is the end, too', () => {
    const {room, told} = openRoom()
    room.took({is: 'connection', connection: {is: 'over', because: {key: 'workshop.why.ended'}}})
    expect(told).toEqual(['The workshop is over. Your lab goes on; nothing more is sent.'])
  })

  test('the hub can still be asked to delete what it has', async () => {
    const {hear, does, workshop} = openRoom()
    hear({kind: 'end'})
    await does({do: 'leave', erase: true})
    expect(workshop().leaving).toBe('erase')
    await expect(does({do: 'leave', erase: true})).rejects.toThrow(LabError)
  })

  test('the header of somebody who has left says nothing of a room', async () => {
    const {does, room, state} = openRoom()
    await does({do: 'leave', erase: false})
    room.took({is: 'connection', connection: {is: 'over', because: {key: 'workshop.why.left'}}})
    expect(shown(state())).not.toContain('room')
  })
})

test('A flag that is raised while the hub is away is said to arrive later', async () => {
  const {room, does, told} = openRoom()
  room.took({is: 'connection', connection: {is: 'trying'}})
  await does({do: 'flag', flag: 'help'})
  expect(told).toEqual([
    'The hub does not answer now. The lab asks for help as soon as it does; /flag none takes it back.',
  ])
})

describe('A jump that is offered', () => {
  test('is not taken by an Enter within its first second', () => {
    const {hear, workshop} = openRoom()
    hear({kind: 'goto', lesson: 'tour', step: 'other'})
    expect([0, 999, 1000].map(after => jumpOffered(workshop(), Date.now() + after))).toEqual([
      false,
      false,
      true,
    ])
  })

  test('is named by the number and title of its step, and warns that the nodes are replaced', () => {
    const {hear, told} = openRoom()
    hear({kind: 'goto', lesson: 'tour', step: 'other'})
    hear({kind: 'goto', lesson: 'of another version', step: 'gone'})
    expect(told).toEqual([
      `The instructor offers a jump to ${other('en')}. Enter at an empty prompt (or /go) takes you there on new nodes, which replace yours and their data. Esc (or /stay) keeps you here.`,
      expect.stringContaining('a jump to of another version, step "gone". Enter'),
    ])
    const words = heardWords(
      {id: '', target: {}, command: {kind: 'goto', lesson: 'tour', step: 'other'}, cursor: '', at: 0},
      lessons,
    )
    expect(translate('zh', words)).toBe(
      `讲师请大家跳转到 ${other('zh')}。不输入内容直接按 Enter（或 /go）即在新节点上跳过去，你现在的节点和数据会被替换；按 Esc（或 /stay）留下。`,
    )
  })

  test('opens the step, and says that the nodes are new', async () => {
    const {hear, does, opened, told, replies} = openRoom()
    hear({kind: 'goto', lesson: 'tour', step: 'other'})
    await does({do: 'go'})
    expect([opened, replies()]).toEqual([['tour other'], ['taken']])
    expect(told.at(-1)).toBe('New nodes, at the start of the step; the old nodes and their data are gone.')
  })

  test('asks nothing of a learner who is there, and counts for nothing', async () => {
    const {hear, does, workshop, told} = openRoom()
    hear({kind: 'goto', lesson: 'tour', step: 'look'})
    expect([openOrder(workshop(), 'goto'), workshop().replies]).toEqual([
      undefined,
      [{command: 'o1', reply: 'seen'}],
    ])
    expect(told).toEqual([
      `The instructor offers everybody a jump to ${placed('look', 1, 'en')}. This is your step now.`,
    ])
    await expect(does({do: 'go'})).rejects.toMatchObject({reason: {key: 'workshop.thereAlready'}})
  })

  test('is no longer offered to a learner who has come there', async () => {
    const {hear, goes, does, workshop, replies} = openRoom()
    hear({kind: 'goto', lesson: 'tour', step: 'other'})
    goes('tour', 'other')
    expect([openOrder(workshop(), 'goto'), replies()]).toEqual([undefined, []])
    await expect(does({do: 'go'})).rejects.toMatchObject({reason: {key: 'workshop.thereAlready'}})
    goes('tour', 'look')
    await expect(does({do: 'go'})).rejects.toMatchObject({reason: {key: 'workshop.noJump'}})
  })
})

describe('A countdown', () => {
  test('ends with a word, and a newer one replaces it', () => {
    const {hear, told, workshop} = openRoom()
    hear({kind: 'timer', seconds: 60, text: 'read'})
    hear({kind: 'timer', seconds: 120})
    vi.advanceTimersByTime(119_000)
    expect([told.filter(one => one.startsWith('Time')), workshop().timer]).toMatchObject([[], {}])
    vi.advanceTimersByTime(1000)
    expect([told.at(-1), workshop().timer]).toEqual(['Time is up.', undefined])
  })

  test('is stopped without one', () => {
    const {hear, told, workshop} = openRoom()
    hear({kind: 'timer', seconds: 60})
    hear({kind: 'timer', seconds: 0})
    vi.advanceTimersByTime(90_000)
    expect([told.at(-1), workshop().timer]).toEqual(['The instructor has stopped the timer.', undefined])
  })

  test('says what is left to somebody who hears of it late, and is a length in the log', async () => {
    const {room, hear, does, told} = openRoom()
    room.took({is: 'joined', name: 'calm otter', role: 'learner', hub: '', ahead: 0})
    told.length = 0
    hear({kind: 'timer', seconds: 60, text: 'read'}, 20_000)
    hear({kind: 'timer', seconds: 60}, 59_500)
    hear({kind: 'timer', seconds: 60}, 1000)
    expect(told).toEqual([
      'The instructor gave you 1:00; 0:40 of it is left: read',
      'The instructor gave you 1:00; 0:01 of it is left.',
      'The instructor gives you 1:00 from now.',
    ])
    await does({do: 'log'})
    expect(told.at(-1)).toMatch(/^\d\d:\d\d {2}a countdown of 1:00$/)
  })

  test('has run for a while when somebody joins late, whatever their clock says', () => {
    const {hear, workshop} = openRoom()
    const wrong = 3600_000
    hear({kind: 'say', text: 'old'}, wrong + 50_000)
    hear({kind: 'timer', seconds: 60}, wrong + 40_000)
    hear({kind: 'say', text: 'new'}, wrong)
    expect((workshop().timer?.until ?? 0) - Date.now()).toBe(60_000)
    hear({kind: 'timer', seconds: 60}, wrong + 40_000)
    expect((workshop().timer?.until ?? 0) - Date.now()).toBe(20_000)
  })
})

describe('The hub', () => {
  const to = ({room}: ReturnType<typeof openRoom>, is: 'on' | 'trying') =>
    room.took({is: 'connection', connection: {is}})

  test('may be away for a moment without a word, and is told of once', () => {
    const opened = openRoom()
    for (let i = 0; i < 5; i++) {
      to(opened, 'trying')
      vi.advanceTimersByTime(3000)
      to(opened, 'on')
    }
    expect(opened.told).toEqual([])
    to(opened, 'trying')
    vi.advanceTimersByTime(60_000)
    to(opened, 'on')
    expect(opened.told).toEqual([
      'The hub 192.0.2.2:7700 does not answer; the lab tries again by itself, and keeps what there is to send.',
      'The hub answers again.',
    ])
  })

  test('says why it is over, but not to a learner who leaves', async () => {
    const kicked = openRoom()
    kicked.room.took({is: 'connection', connection: {is: 'over', because}})
    expect(kicked.told).toEqual(['No connection any more: the instructor has sent you out.'])
    const leaving = openRoom()
    await leaving.does({do: 'leave', erase: false})
    leaving.room.took({is: 'connection', connection: {is: 'over', because}})
    expect(leaving.told).toEqual(['You have left the workshop. The lab goes on without it.'])
  })
})

describe('The log', () => {
  test('has a row with its time for each order, and how an open one is answered', async () => {
    const {hear, does, told} = openRoom()
    hear({kind: 'say', text: 'Good morning'})
    hear({kind: 'poll', question: 'Which?', options: ['a', 'b']})
    told.length = 0
    await does({do: 'log'})
    expect(told.map(row => row.replace(/^\d\d:\d\d/, 'TIME'))).toEqual([
      'Connected to 192.0.2.2:7700 as calm otter.',
      '/flag help or F3 asks for help, /leave leaves the workshop.',
      'TIME  Good morning',
      'TIME  a question: Which? 1) a · 2) b (open: /vote N)',
    ])
    await does({do: 'vote', option: 1})
    told.length = 0
    await does({do: 'log'})
    expect(told.at(-1)).toMatch(/1\) a · 2\) b$/)
  })
})

describe('A recommendation', () => {
  const recommended = `The instructor recommends a hint for ${other('en')}: /hint`

  test('is said on its step only, once, when the learner comes to it', () => {
    const {hear, goes, told} = openRoom()
    hear({kind: 'unlock', what: 'hint', lesson: 'tour', step: 'other'})
    expect(told).toEqual([])
    goes('tour', 'other')
    expect(told).toEqual([recommended])
    goes('tour', 'look')
    goes('tour', 'other')
    expect(told).toEqual([recommended])
  })

  test('is said at once on its step', () => {
    const {hear, goes, told} = openRoom()
    goes('tour', 'other')
    hear({kind: 'unlock', what: 'hint', lesson: 'tour', step: 'other'})
    expect(told).toEqual([recommended])
  })
})

test('A learner who is renamed is told, and called so from then on', () => {
  const {hear, told, workshop} = openRoom()
  hear({kind: 'rename', name: 'Ada'})
  expect([told, workshop().name]).toEqual([['The instructor has renamed you: you are Ada now.'], 'Ada'])
})

describe('A lab that is opened again', () => {
  /** Of a lab that is closed, after it was on the disk. */
  const left = ({workshop}: ReturnType<typeof openRoom>) => {
    const kept = parseKeptRoom(JSON.parse(JSON.stringify(keptRoom(workshop()))))
    return reopened(kept ?? expect.fail('nothing kept'), Date.now())
  }

  test('has what it left: its flag, what waits for an answer, the countdown, the log', async () => {
    const before = openRoom()
    before.hear({kind: 'say', text: 'Good morning'})
    before.hear({kind: 'goto', lesson: 'tour', step: 'other'})
    before.hear({kind: 'offer', line: 'PING'})
    before.hear({kind: 'offer', line: 'INFO replication'})
    before.hear({kind: 'poll', question: 'Which?', options: ['a', 'b']})
    before.hear({kind: 'timer', seconds: 600, text: 'coffee'})
    await before.does({do: 'flag', flag: 'help'})
    await before.does({do: 'stay'})
    vi.advanceTimersByTime(60_000)
    const {told, does, workshop} = openRoom(left(before))
    expect(told).toEqual([
      expect.stringMatching(/^You are in the room as calm otter/),
      expect.stringMatching(/^You have asked for help/),
      expect.stringMatching(/^The instructor offers a line: INFO replication/),
      expect.stringMatching(/^The instructor asks: Which\?/),
      'The instructor gave you 10:00; 9:00 of it is left: coffee',
    ])
    expect([workshop().flag, workshop().heard.length]).toEqual(['help', 6])
    await does({do: 'vote', option: 1})
    await does({do: 'flag', flag: 'none'})
    expect([workshop().votes.length, workshop().flag]).toEqual([1, 'none'])
    vi.advanceTimersByTime(9 * 60_000)
    expect(told.at(-1)).toBe('Time is up: coffee')
    expect([workshop().open, workshop().timer]).toEqual([[], undefined])
  })

  test('asks nothing that was answered, no line that is late, and has no countdown that has ended', async () => {
    const before = openRoom()
    before.hear({kind: 'offer', line: 'PING'})
    before.hear({kind: 'poll', question: 'Which?', options: ['a', 'b']})
    before.hear({kind: 'timer', seconds: 60})
    await before.does({do: 'vote', option: 1})
    const kept = keptRoom(before.workshop())
    vi.advanceTimersByTime(3 * 60_000)
    const {told, does, workshop} = openRoom(reopened(kept, Date.now()))
    expect([told.length, workshop().open, workshop().timer]).toEqual([1, [], undefined])
    // It may still be answered again.
    await does({do: 'vote', option: 0})
    expect(told.at(-1)).toMatch(/a.*b/)
  })

  test('takes no Enter that was on its way for the answer to a jump', () => {
    const before = openRoom()
    before.hear({kind: 'goto', lesson: 'tour', step: 'other'})
    vi.advanceTimersByTime(5000)
    const {workshop} = openRoom(left(before))
    expect(jumpOffered(workshop(), Date.now())).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(jumpOffered(workshop(), Date.now())).toBe(true)
  })

  test('recommends what it has not, once the learner comes there', () => {
    const before = openRoom()
    before.hear({kind: 'unlock', what: 'solution', lesson: 'tour', step: 'look'})
    before.hear({kind: 'unlock', what: 'hint', lesson: 'tour', step: 'other'})
    const {told, goes} = openRoom(left(before))
    expect(told).toHaveLength(1)
    goes('tour', 'other')
    expect(told).toEqual([told[0], `The instructor recommends a hint for ${other('en')}: /hint`])
  })

  test('has the number of its question in a room that only counts', () => {
    const before = openRoom()
    before.room.took({is: 'question', n: 7})
    const {told, workshop} = openRoom(left(before))
    expect([told[1], workshop().flag, workshop().question]).toEqual([
      'You are number 7 in the queue. The helper calls the number; raise your hand then.',
      'help',
      7,
    ])
  })
})

describe('A helper', () => {
  test('does not vote', async () => {
    const {room, hear, does, workshop} = openRoom()
    room.took({is: 'joined', name: 'me', role: 'helper', hub: ''})
    hear({kind: 'poll', question: 'Which?', options: ['a', 'b']})
    await expect(does({do: 'vote', option: 0})).rejects.toMatchObject({
      reason: {key: 'workshop.helpersDoNotVote'},
    })
    expect(workshop().votes).toEqual([])
  })

  test('has no flag to raise', async () => {
    const {room, does, workshop} = openRoom()
    room.took({is: 'joined', name: 'me', role: 'helper', hub: ''})
    for (const flag of ['help', 'done'] as const)
      await expect(does({do: 'flag', flag})).rejects.toMatchObject({
        reason: {key: 'workshop.helpersHaveNoFlag'},
      })
    expect(workshop().flag).toBe('none')
  })

  test('is told when a learner takes back the question that the helper has, and not after answering it', async () => {
    const {room, told, does} = openRoom()
    const mine = {helper: {helper: 'me', until: 1e15}}
    const asking = [
      {n: 1, since: 1, name: 'calm otter', ...mine},
      {n: 2, since: 2, name: 'wise owl', ...mine},
      {n: 3, since: 3, name: 'shy wren'},
    ]
    room.took({is: 'joined', name: 'me', role: 'helper', hub: ''})
    room.took({is: 'queue', queue: asking})
    await does({do: 'help', what: 'answer', n: 2})
    told.length = 0
    room.took({is: 'queue', queue: []})
    expect(told).toEqual(['calm otter no longer asks for help.'])
  })

  test('reads where somebody is by the number and title of the step', async () => {
    const {room, told, does} = openRoom()
    room.took({is: 'joined', name: 'me', role: 'helper', hub: ''})
    told.length = 0
    const place = {lesson: 'tour', step: 'other', since: 1}
    room.took({is: 'queue', queue: [{n: 1, since: Date.now(), name: 'wise owl', place}]})
    await does({do: 'queue'})
    expect(told).toEqual([
      `wise owl asks for help, at ${other('en')}: /queue`,
      `1  wise owl, 0 min, at ${other('en')}`,
    ])
  })

  const queue = [
    {n: 4, since: 1, name: 'calm otter'},
    {n: 7, since: 2, name: 'wise owl', helper: {helper: 'me', until: 1e15}},
  ]

  test('hears who asks, once', () => {
    const {room, told} = openRoom()
    room.took({is: 'joined', name: 'me', role: 'helper', hub: ''})
    told.length = 0
    room.took({is: 'queue', queue})
    room.took({is: 'queue', queue})
    expect(told).toEqual(['calm otter asks for help, at –: /queue', 'wise owl asks for help, at –: /queue'])
  })

  test('names a question by the number that it has in the room', async () => {
    const {room, does, workshop, told} = openRoom()
    room.took({is: 'joined', name: 'me', role: 'helper', hub: ''})
    room.took({is: 'queue', queue})
    // The first has taken the flag back, and raises it again behind the second.
    room.took({is: 'queue', queue: queue.slice(1)})
    await does({do: 'help', what: 'claim', n: 7})
    expect(workshop().helping).toEqual({question: 7, what: 'claim'})
    await expect(does({do: 'help', what: 'claim', n: 4})).rejects.toThrow(LabError)
    await expect(does({do: 'help', what: 'claim'})).rejects.toThrow(LabError)
    await does({do: 'help', what: 'answer'})
    expect(workshop().helping).toEqual({question: 7, what: 'answer'})
    room.took({is: 'queue', queue: [...queue.slice(1), {n: 8, since: 3, name: 'calm otter'}]})
    told.length = 0
    await does({do: 'queue'})
    expect(told.map(row => row.split(',')[0])).toEqual(['7  wise owl', '8  calm otter'])
    await does({do: 'help', what: 'claim'})
    expect(workshop().helping).toEqual({question: 8, what: 'claim'})
  })

  test('closes only a question that is theirs, and is told when the hub has closed it', async () => {
    const {room, told, does, workshop} = openRoom()
    room.took({is: 'joined', name: 'me', role: 'helper', hub: ''})
    room.took({is: 'queue', queue})
    told.length = 0
    await expect(does({do: 'help', what: 'answer', n: 4})).rejects.toThrow(LabError)
    await does({do: 'help', what: 'answer', n: 7})
    expect([workshop().helping, told]).toEqual([{question: 7, what: 'answer'}, []])
    room.took({is: 'helped', question: {n: 7, name: 'wise owl'}, what: 'answer'})
    expect(told).toEqual(['The question of wise owl is closed.'])
  })
})

describe('In a room that only counts', () => {
  test('a learner is a number in the queue, for as long as the hub has the question', async () => {
    const {room, told, workshop, does} = openRoom()
    room.took({is: 'joined', name: undefined, role: 'learner', hub: 'a:1', countsOnly: true})
    expect(told.at(-1)).toContain('as one of many: it only counts')
    await does({do: 'flag', flag: 'help'})
    room.took({is: 'question', n: 7})
    expect(told.at(-1)).toContain('You are number 7 in the queue.')
    expect(workshop()).toMatchObject({flag: 'help', question: 7})
    told.length = 0
    await does({do: 'log'})
    expect(told.slice(0, 3).join(' ')).toMatch(/without a name.*You are number 7/)
    // Answered while this lab was away, so it has heard nothing of it.
    room.took({is: 'question', n: undefined})
    expect(told.at(-1)).toBe('Your question is closed; your flag is down.')
    expect(workshop().flag).toBe('none')
    expect(workshop().question).toBeUndefined()
  })

  test('a question of a lab that was closed meanwhile is still open, and one that is taken back has no number', async () => {
    const {room, workshop, does} = openRoom()
    room.took({is: 'joined', name: undefined, role: 'learner', hub: 'a:1', countsOnly: true})
    room.took({is: 'question', n: 3})
    expect(workshop()).toMatchObject({flag: 'help', question: 3})
    await does({do: 'flag', flag: 'none'})
    expect(workshop().question).toBeUndefined()
  })

  test('a helper names questions by their numbers', async () => {
    const {room, told, does} = openRoom()
    room.took({is: 'joined', name: 'me', role: 'helper', hub: 'a:1', countsOnly: true})
    told.length = 0
    room.took({is: 'queue', queue: [{n: 7, since: Date.now()}]})
    await does({do: 'queue'})
    await expect(does({do: 'help', what: 'answer', n: 7})).rejects.toThrow(LabError)
    room.took({is: 'queue', queue: [{n: 7, since: Date.now(), helper: {helper: 'me', until: 1e15}}]})
    room.took({is: 'queue', queue: []})
    expect(told).toEqual([
      'Number 7 asks for help: /queue',
      'number 7, 0 min',
      'Number 7 no longer asks for help.',
    ])
  })

  test('a helper is told to call the number that they take', () => {
    const {room, told} = openRoom()
    room.took({is: 'joined', name: 'me', role: 'helper', hub: 'a:1', countsOnly: true})
    told.length = 0
    for (const what of ['claim', 'release', 'answer'] as const)
      room.took({is: 'helped', question: {n: 7}, what})
    expect(told).toEqual([
      'You take the question of number 7. Call "number 7": the learner has it on the screen, and raises a hand.',
      'Number 7 waits again.',
      'The question of number 7 is closed.',
    ])
  })
})

describe('The header', () => {
  test.each(['en', 'zh'] as const)('has room for the countdown and the flag at 80 columns (%s)', language => {
    const {hear, room, state} = openRoom()
    hear({kind: 'timer', seconds: 600})
    room.took({is: 'flag', flag: 'help'})
    const {workshop, snapshot} = state()
    if (!workshop || !snapshot) return expect.fail('nothing to show')
    const timed = {...state(), workshop: {...workshop, timer: {until: snapshot.at + 599_000}}}
    const header = headerView({state: timed, lessons, style: style(language)}, 80)
    const text = header.map(one => one.text).join('')
    expect(lineWidth(header)).toBe(80)
    expect(text).toMatch(/9:59 ⌂ (room|房间) ⚑ · .*6379.*ok$/)
    expect(text).toContain('tour')
  })
})
