// The READMEs print what the program prints: its commands, variables and exit codes.

import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {languages} from '../../../src/model/text/messages.ts'
import {topics} from '../../../src/program/commands.ts'
import {commandList, topicHelp} from '../../../src/program/help-text.ts'

const readmes = {en: 'README.md', zh: 'README.zh.md'}

test.each(languages)('The README in %s has every command, variable and exit code', language => {
  const readme = readFileSync(readmes[language], 'utf8')
  const blocks = [...readme.matchAll(/^```text\n([\s\S]*?)\n```$/gm)].map(([, block]) => block)
  const printed = [commandList(language), ...topics.map(topic => topicHelp(topic, language))]
  expect(blocks).toEqual(expect.arrayContaining(printed))
})

test.each(languages)('The README in %s has the command that the program prints on an old Node', language => {
  const [command = ''] = /npx -p [^']+/.exec(readFileSync('bin/redis-cluster-lab.js', 'utf8')) ?? []
  expect(command).toContain('node@')
  expect(readFileSync(readmes[language], 'utf8')).toContain(`\`${command}\``)
})
