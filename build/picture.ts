// Takes a picture of a program in a terminal, for the documentation: node build/picture.ts OUT.svg [options] -- command args…
// The picture shows exactly what the program showed. Without steps it is taken when the program has ended.

import {writeFile} from 'node:fs/promises'
import {parseArgs} from 'node:util'
import {openTerminal} from '../tools/terminal/terminal.ts'
import {perform, readStep} from './picture/steps.ts'
import {svgOf} from './picture/svg.ts'
import {themes} from './picture/theme.ts'

const usage = `node build/picture.ts OUT.svg [options] -- command args…
  --columns N --rows N      the size of the terminal (100 x 30)
  --theme dark|light        (dark)
  --title TEXT              a bar above the terminal that shows it
  --do STEP                 wait:text, type:text or press:key, one after another; the last should be a wait`

async function takePicture(): Promise<void> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      columns: {type: 'string', default: '100'},
      rows: {type: 'string', default: '30'},
      theme: {type: 'string', default: 'dark'},
      title: {type: 'string'},
      do: {type: 'string', multiple: true, default: []},
    },
  })
  const [file, command, ...args] = positionals
  const [, theme] = Object.entries(themes).find(([name]) => name === values.theme) ?? []
  if (!file || !command || !theme) throw new Error(usage)
  const steps = values.do.map(readStep)
  const [columns, rows] = [Number(values.columns), Number(values.rows)]
  await using terminal = await openTerminal({command, args, columns, rows})
  if (steps.length === 0) await terminal.exit
  await perform(steps, terminal)
  await writeFile(file, svgOf(terminal.frame(), theme, values.title))
}

try {
  await takePicture()
} catch (error) {
  // The message says what is wrong, or shows the screen on which a text did not appear.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
