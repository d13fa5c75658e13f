// The help: the lab's commands, the signs of the nodes pane, and the keys.

import {labCommands, usageOf} from '../model/prompt/slash-commands.ts'
import type {MessageKey} from '../model/text/messages.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, inline, type Line, line, padTo, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'

const redisLines: readonly MessageKey[] = [
  'help.redis.plain',
  'help.redis.at',
  'help.redis.all',
  'help.redis.repeat',
  'help.redis.listen',
  'help.redis.shell',
  'help.redis.help',
]
const keyLines: readonly MessageKey[] = [
  'help.key.tab',
  'help.key.history',
  'help.key.search',
  'help.key.pane',
  'help.key.view',
  'help.key.zoom',
  'help.key.cancel',
  'help.key.leave',
  'help.key.edit',
]
const replayLines: readonly MessageKey[] = ['help.replay.play', 'help.replay.move', 'help.replay.far']

const panelLines: readonly MessageKey[] = ['help.panel.marks', 'help.panel.letters', 'help.panel.listen']

/** `replaying`: a replay's keys come first. */
export function helpView(style: Style, width: number, replaying = false): readonly Line[] {
  const commands = labCommands.flatMap(command =>
    wrap(
      [
        span(`${padTo(`  ${style.translate(usageOf(command))}`, 17)} `, 'code'),
        span(style.text(command.help)),
      ],
      width,
      18,
    ),
  )
  const signs = {
    changed: style.sign('changed'),
    highlighted: style.sign('highlighted'),
    grew: style.sign('grew'),
    arrow: style.sign('arrow'),
  }
  const list = (keys: readonly MessageKey[]) =>
    keys.flatMap(key => wrap([span('  '), ...inline(style.text(key, signs))], width, 4))
  const section = (title: MessageKey, lines: readonly Line[]) => [line(style.text(title), 'bright'), ...lines]
  const lab = section('help.lab', commands)
  const redis = section('help.redis', list(redisLines))
  const panel = section('help.panel', list(panelLines))
  const keys = section('help.keys', list(keyLines))
  const replay = section('help.replay', list(replayLines))
  const sections = replaying ? [replay, keys, panel, redis, lab] : [lab, redis, panel, keys, replay]
  return sections.flatMap((lines, i) => (i === 0 ? lines : [emptyLine, ...lines]))
}
