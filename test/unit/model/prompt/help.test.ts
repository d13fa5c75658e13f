// help, help @group, help COMMAND, as redis-cli 7.0 prints them. That it is so for every command is in test/redis/client/command-docs.test.ts.

import {describe, expect, test} from 'vitest'
import type {CommandDocs} from '../../../../src/model/commands/command-docs.ts'
import {helpText} from '../../../../src/model/commands/help-entry.ts'
import {type Help, helpOn} from '../../../../src/model/prompt/help.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {docsOf} from '../usual-docs.ts'

const docs: CommandDocs = Object.fromEntries(
  Object.entries(docsOf('CLUSTER', 'CLUSTER FAILOVER', 'CLUSTER MYID', 'DISCARD', 'WATCH')).map(
    ([name, doc]) => [name, {...doc, summary: `What ${name} does`}],
  ),
)

function text(help: Help): string {
  return 'entries' in help
    ? helpText(help.entries)
    : help.messages.map(one => translate('en', one)).join('\n')
}

describe('help', () => {
  test('on a command: its arguments, what it does, since when, its group', () => {
    expect(text(helpOn(['cluster', 'Failover'], docs))).toBe(`
  CLUSTER FAILOVER [FORCE|TAKEOVER]
  summary: What CLUSTER FAILOVER does
  since: 3.0.0
  group: cluster
`)
  })

  test('on a container: it and each of its subcommands', () => {
    expect(text(helpOn(['cluster'], docs)).match(/^ {2}CLUSTER.*/gm)).toEqual([
      '  CLUSTER ',
      '  CLUSTER FAILOVER [FORCE|TAKEOVER]',
      '  CLUSTER MYID ',
    ])
  })

  test('on a group: its commands, without saying the group again', () => {
    expect(text(helpOn(['@Transactions'], docs))).toBe(`
  DISCARD${' '}
  summary: What DISCARD does
  since: 2.0.0

  WATCH key [key ...]
  summary: What WATCH does
  since: 2.2.0
`)
  })

  test('alone: what can be asked for', () => {
    const help = helpOn([], docs)
    expect(help).toMatchObject({fine: true})
    expect(text(help)).toContain('"help <command>" for help on <command>')
  })

  test.each([
    ['nosuch', 'No help on nosuch: the server has no such command.'],
    ['cluster fail', 'No help on cluster fail'],
    ['clust', 'No help on clust'],
    ['@nosuch', 'There is no group @nosuch. Groups: @cluster, @transactions.'],
  ])('on %s, which is not there, says so', (topic, sentence) => {
    const help = helpOn(topic.split(' '), docs)
    expect(help).toMatchObject({fine: false})
    expect(text(help)).toContain(sentence)
  })

  test.each(['kill', '/kill', '/KILL'])("on the lab's own %s says whose it is", topic => {
    expect(text(helpOn([topic], docs))).toBe('/kill PORT is a command of the lab: kill a node (kill -9).')
  })
})
