// `sandbox`: opens the lab without a lesson, on the stage that --stage names, and begins with what there is to try.

import type {Lab} from '../../lab/lab.ts'
import {isWired, portOf, type Roster} from '../../model/cluster/node.ts'
import type {Stage} from '../../model/cluster/snapshot.ts'
import {type Message, message} from '../../model/text/messages.ts'
import type {CommandContext} from '../command.ts'
import {play, readLearner} from '../play.ts'

export async function sandbox(context: CommandContext): Promise<number> {
  const {stage, wired} = context.options
  const learner = await readLearner(context)
  return play(context, learner, async lab => {
    await lab.startStage(stage, [], wired)
    welcome(lab, stage)
  })
}

function welcome(lab: Lab, stage: Stage) {
  const {about, tries} = beginnings[stage]
  const {roster} = lab.state()
  const cut = message('sandbox.cut', {first: portOf('6379', roster)})
  const words = [message(about), message('sandbox.try'), ...tries(roster), ...(isWired(roster) ? [cut] : [])]
  for (const one of words) lab.tell(one)
}

type Beginning = Readonly<{
  about: `sandbox.${Stage}`
  tries: (roster: Roster) => readonly [Message, Message, Message]
}>

const beginnings: Readonly<Record<Stage, Beginning>> = {
  cluster: {
    about: 'sandbox.cluster',
    tries: roster => [
      message('sandbox.redirect'),
      message('sandbox.failover', {master: portOf('6381', roster)}),
      message('sandbox.switch', {replica: portOf('6480', roster)}),
    ],
  },
  standalone: {
    about: 'sandbox.standalone',
    tries: roster => {
      const ports = {first: portOf('6379', roster), replica: portOf('6479', roster)}
      return [
        message('sandbox.follow', ports),
        message('sandbox.write', ports),
        message('sandbox.headless', ports),
      ]
    },
  },
  sentinel: {
    about: 'sandbox.sentinel',
    tries: roster => {
      const ports = {first: portOf('6379', roster), sentinel: portOf('26379', roster)}
      return [
        message('sandbox.address', ports),
        message('sandbox.watched', ports),
        message('sandbox.majority', {...ports, other: portOf('26380', roster)}),
      ]
    },
  },
  bare: {
    about: 'sandbox.bare',
    tries: roster => [
      message('sandbox.unserved'),
      message('sandbox.assign'),
      message('sandbox.meet', {other: portOf('6380', roster)}),
    ],
  },
}
