// The help: the keys, the signs of the nodes pane, and the lab's commands by group.

import {commandGroups, usageOf} from '../model/prompt/slash-commands.ts'
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
  'help.key.flag',
  'help.key.zoom',
  'help.key.cancel',
  'help.key.leave',
  'help.key.edit',
]
const replayLines: readonly MessageKey[] = ['help.replay.play', 'help.replay.move', 'help.replay.far']

const panelLines: readonly MessageKey[] = [
  'help.panel.changed',
  'help.panel.highlighted',
  'help.panel.grew',
  'help.panel.behind',
  'help.panel.letters',
  'help.panel.continued',
]

/** Cells of the first column: a key or a command. */
const keyColumn = 14
const commandColumn = 17

/** Keys first, because they work everywhere. `replaying`: a replay's keys come before them. */
export function helpView(style: Style, width: number, replaying = false): readonly Line[] {
  const signs = {
    changed: style.sign('changed'),
    highlighted: style.sign('highlighted'),
    grew: style.sign('grew'),
    arrow: style.sign('arrow'),
    to: '→',
  }
  const list = (keys: readonly MessageKey[]) =>
    keys.flatMap(key => wrap([span('  '), ...inline(style.text(key, signs))], width, 4))
  const pairs = (keys: readonly MessageKey[], column: number) =>
    keys.flatMap(key => {
      const [head = '', ...rest] = style.text(key, signs).split(' — ')
      return pairLines(head, rest.join(' — '), {column, width})
    })
  const commands = commandGroups.map(group =>
    section(
      style.text(group.title),
      group.commands.flatMap(command =>
        pairLines(style.translate(usageOf(command)), style.text(command.help), {
          column: commandColumn,
          width,
        }),
      ),
    ),
  )
  const keys = section(style.text('help.keys'), pairs(keyLines, keyColumn))
  const panel = section(style.text('help.panel'), [
    ...pairs(panelLines, keyColumn),
    ...list(['help.panel.listen']),
  ])
  const redis = section(style.text('help.redis'), list(redisLines))
  const replay = section(style.text('help.replay'), list(replayLines))
  const sections = replaying
    ? [replay, keys, panel, ...commands, redis]
    : [keys, panel, ...commands, redis, replay]
  return sections.flatMap((lines, i) => (i === 0 ? lines : [emptyLine, ...lines]))
}

function section(title: string, lines: readonly Line[]): readonly Line[] {
  return [line(title, 'accent'), ...lines]
}

/** A key or command and what it does; the text begins in a column of its own unless the first part is too long. */
function pairLines(
  head: string,
  text: string,
  {column, width}: Readonly<{column: number; width: number}>,
): readonly Line[] {
  return wrap([span(`  ${padTo(head, column)} `, 'code'), span(text)], width, column + 3)
}
