// The lesson on slots as it is typed: by other ways than the lab shows, with wrong turns, and with every question answered.

import {expect, test} from 'vitest'
import {lessons} from '../../lessons/index.ts'
import {slots} from '../../lessons/slots/lesson.ts'
import {slotOf} from '../../src/model/cluster/hash-slot.ts'
import {type Step, stepAt} from '../../src/model/lesson/lesson.ts'
import {type Lab, openLab} from '../../tools/program/lab.ts'
import {type Learner, learn} from './learner.ts'
import {transcriptOf} from './transcript.ts'

const tag = slotOf('cart:{ann}')

/** One step: the option that is expected, and what is typed after it. */
type Visit = Readonly<{
  id: string
  expects?: string
  play: (lab: Lab, learner: Learner, step: Step) => Promise<void>
}>

/** Lines that are not the lab's solution. */
function typing(...lines: readonly string[]): Visit['play'] {
  return async lab => {
    for (const line of lines) await lab.run(line)
  }
}

const visits: readonly Visit[] = [
  {id: 'slot', expects: 'first', play: typing('@{6480} cluster keyslot cart:ann')},
  {
    id: 'moved',
    expects: 'forwards',
    async play(lab, learner, step) {
      await typing('APPEND cart:ann teapot', 'APPEND cart:ann teapot')(lab, learner, step)
      await readsSlip(learner, step, 'again')
      await typing('/use {6380}', 'APPEND cart:ann teapot', '/use {6379}')(lab, learner, step)
    },
  },
  {
    id: 'follow',
    async play(lab) {
      await lab.run('/cluster on')
      await lab.run('RPUSH cart:bob cup')
      await lab.waitFor(lab.filled('127.0.0.1:{6381}>'))
      await lab.run('HSET product:3 price 12')
      await lab.waitFor(lab.filled('127.0.0.1:{6380}>'))
    },
  },
  {
    id: 'tags',
    expects: 'crossslot',
    async play(lab, learner, step) {
      await typing(
        '/use {6379}',
        'DEL product:1 product:4',
        'SET {ann}:cart teapot',
        'SET {ann}:coupon spring',
      )(lab, learner, step)
      await readsSlip(learner, step, 'one-by-one')
      await lab.run('MSET {ann}:cart teapot {ann}:coupon winter')
    },
  },
  {
    id: 'open',
    expects: 'either',
    async play(lab, learner, step) {
      const [source, target] = [await idOf(lab, '6379'), await idOf(lab, '6380')]
      await lab.run(`CLUSTER SETSLOT ${tag} MIGRATING ${target}`)
      await readsSlip(learner, step, 'source-first')
      await lab.run(`@{6380} CLUSTER SETSLOT ${tag} IMPORTING ${source}`)
    },
  },
  {id: 'ask', expects: 'nil', play: typing('TYPE cart:{ann}:items', 'APPEND cart:{ann}:note gift')},
  {
    id: 'asking',
    expects: 'moved',
    play: typing('@{6380} TYPE cart:{ann}:note', '/cluster on', 'SET cart:{ann}:note gift', '/cluster off'),
  },
  {
    id: 'split',
    expects: 'half',
    async play(lab, learner, step) {
      const migrate = 'MIGRATE 127.0.0.1 {6380}'
      await lab.run('/use {6379}')
      await lab.run(`${migrate} cart:{ann}:coupon 1 1000`)
      await readsSlip(learner, step, 'other-db')
      await lab.run(`${migrate} cart:{ann}:coupon 0 1000 REPLACE`)
      await lab.run('EXISTS cart:{ann}:items cart:{ann}:coupon')
      await lab.run(`${migrate} "" 0 1000 KEYS cart:{ann}:items {ann}:cart {ann}:coupon`)
    },
  },
  {
    id: 'close',
    expects: 'source',
    async play(lab) {
      const target = await idOf(lab, '6380')
      await lab.run('@{6381} TYPE cart:{ann}:items')
      await lab.run(`@{6380} CLUSTER SETSLOT ${tag} NODE ${target}`)
      await lab.run(`@{6381} CLUSTER SETSLOT ${tag} NODE ${target}`)
      await lab.run(`@{6379} CLUSTER SETSLOT ${tag} STABLE`)
    },
  },
]

test('a learner moves a slot with other commands than shown, wrong predictions and detours', async () => {
  await using lab = await openLab(['slots', '--node-timeout', '1000'])
  const learner = learn(lab, slots, 'en')
  for (const {id} of slots.recall) await answers(lab, recalled(id), 'either')
  lab.press('enter')
  expect(visits.map(visit => visit.id)).toEqual(slots.steps.map(step => step.id))
  for (const {id, expects, play} of visits) {
    const step = stepAt(slots, id)
    await learner.begins(step)
    const question = learner.words(step).prediction
    if (question && expects) await answers(lab, question.options, expects)
    await play(lab, learner, step)
    await learner.passes(step)
    const chosen = question?.options.find(option => option.id === expects)
    if (chosen) await learner.reads(chosen.reply)
    lab.press('enter')
  }
  const following = lessons[lessons.indexOf(slots) + 1]
  await lab.waitFor(screen => screen.startsWith(`redis-cluster-lab  ${following?.id} · `))
}, 120_000)

function recalled(id: string) {
  return slots.words.en.recall[id]?.options ?? []
}

/** Types the number of an option; of the first, where the question has no such option. */
async function answers(lab: Lab, options: readonly {id: string}[], wanted: string) {
  await lab.run(
    String(
      Math.max(
        0,
        options.findIndex(({id}) => id === wanted),
      ) + 1,
    ),
  )
}

async function readsSlip(learner: Learner, step: Step, id: string) {
  const sentence = learner.words(step).mistakes[id]
  if (!sentence) throw new Error(`${step.id} has no words for the slip ${id}`)
  await learner.reads(sentence)
}

/** As the node says it on the screen: the newest answer. */
async function idOf(lab: Lab, node: '6379' | '6380'): Promise<string> {
  await lab.run(`@{${node}} CLUSTER MYID`)
  const asked = lab.filled(`@{${node}} CLUSTER MYID`)
  const newest = (screen: string) => {
    const text = transcriptOf(screen)
    return /^ "(\w{40})"/m.exec(text.slice(text.lastIndexOf(asked)))?.[1]
  }
  return newest(await lab.waitFor(screen => newest(screen) !== undefined)) ?? ''
}
