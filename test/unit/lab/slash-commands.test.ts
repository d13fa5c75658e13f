import {isDeepStrictEqual} from 'node:util'
import {expect, test} from 'vitest'
import {type LineHandlersNeeds, lineHandlers, runLine} from '../../../src/lab/run/line-handlers.ts'
import {rosterAt} from '../../../src/model/cluster/node.ts'
import {complete} from '../../../src/model/prompt/complete.ts'
import {helpOn} from '../../../src/model/prompt/help.ts'
import {parseLine} from '../../../src/model/prompt/parse-line.ts'
import {type LabCommand, labCommands, usageOf} from '../../../src/model/prompt/slash-commands.ts'
import {languages, message, translate} from '../../../src/model/text/messages.ts'

const roster = rosterAt(6379, [], true)
const context = {node: '6380', roster} as const
const known = {roster, docs: {}, ids: [], keys: [], users: [], stops: []}

/** Commands that need more than one word. */
const examples: Readonly<Record<string, string>> = {cut: '/cut 6379 6380', slow: '/slow 6379 6380 200'}

/** The command as somebody types it: its name, and the first word that Tab offers. */
function typedFor({name, complete: words}: LabCommand): string {
  if (examples[name]) return examples[name]
  return [`/${name}`, ...words(known, []).slice(0, 1)].join(' ')
}

/** Parts that only note which of their methods was called. */
function notingParts(calls: string[]): LineHandlersNeeds {
  const noting = (part: string) =>
    new Proxy({}, {get: (_, method) => async () => void calls.push(`${part}.${String(method)}`)})
  return {
    transcript: {
      write: async (_typed, _by, work) => work(1),
      say: () => void calls.push('transcript.say'),
      note: () => void calls.push('transcript.note'),
    },
    stageQueue: {over: async () => undefined},
    commands: noting('commands') as LineHandlersNeeds['commands'],
    labCommands: noting('labCommands') as LineHandlersNeeds['labCommands'],
    links: noting('links') as LineHandlersNeeds['links'],
    traffic: noting('traffic') as LineHandlersNeeds['traffic'],
    course: noting('course') as LineHandlersNeeds['course'],
    room: noting('room') as LineHandlersNeeds['room'],
  }
}

async function faultsOf(command: LabCommand): Promise<readonly string[]> {
  const typed = typedFor(command)
  const line = parseLine(typed, context)
  const calls: string[] = []
  const asked = await runLine(lineHandlers(notingParts(calls)), line, {typed, by: 'learner', options: []})
  const tooMany = parseLine(`/${command.name} one two three four`, context)
  const offered = complete(`/${command.name}`, known).find(({text}) => text.trimEnd() === `/${command.name}`)
  const help = helpOn([command.name], {})
  const facts = {
    parsed: line.is !== 'rejected',
    'rejects other words': tooMany.is === 'rejected' || command.name === 'explain',
    completed: offered?.help === command.help && isDeepStrictEqual(offered.shown, usageOf(command)),
    'its first word completed':
      command.name in examples ||
      complete(`/${command.name} `, known).every(({text}) => parseLine(text, context).is !== 'rejected'),
    helped: 'messages' in help && help.fine,
    'helped in every language': languages.every(one => translate(one, message(command.help)) !== ''),
    handled: calls.length === 1 || asked !== undefined,
  }
  return Object.entries(facts).flatMap(([fact, holds]) => (holds ? [] : [`${command.name}: not ${fact}`]))
}

test('Every command of the table is parsed, completed, helped and handled', async () => {
  const faults = await Promise.all(labCommands.map(faultsOf))
  expect(faults.flat()).toEqual([])
})
