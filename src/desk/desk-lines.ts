// The instructor's terminal as lines of text: what happens in the room is printed above the line that is being typed.

import {clearLine, createInterface, cursorTo} from 'node:readline'
import {LabError} from '../model/text/lab-error.ts'
import {type Language, type Message, translate} from '../model/text/messages.ts'
import {sanitizeLines} from '../model/text/sanitize.ts'
import {parseDeskLine, type Stop} from '../model/workshop/desk-lines.ts'
import {countWords, newsWords} from '../model/workshop/desk-words.ts'
import {span} from '../views/draw/styled-text.ts'
import {wrap} from '../views/draw/wrap.ts'
import {type RoomDesk, runDeskLine} from './desk-runner.ts'

export type DeskOptions = Readonly<{
  desk: RoomDesk
  language: Language
  /** How to join. */
  intro: readonly Message[]
  pictures: boolean
  /** Every step of every lesson that learners have. */
  stops: readonly Stop[]
  /** Rejects if the hub cannot go on. */
  gone: Promise<never>
}>

/** Runs until `quit`, Ctrl-D, or the end of standard input. Resolves to the exit code. */
export async function runDeskLines({
  desk,
  language,
  intro,
  pictures,
  stops,
  gone,
}: DeskOptions): Promise<number> {
  const input = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: process.stdin.isTTY === true,
  })
  const print = (words: Message) => {
    if (process.stdout.isTTY) {
      cursorTo(process.stdout, 0)
      clearLine(process.stdout, 0)
    }
    process.stdout.write(`${wrapped(sanitizeLines(translate(language, words)))}\n`)
    if (process.stdin.isTTY) input.prompt(true)
  }
  for (const words of intro) print(words)
  input.setPrompt('> ')
  let before = desk.room()
  const stop = desk.listen(() => {
    const now = desk.room()
    for (const words of newsWords(before, now)) print(words)
    before = now
  })
  const reading = readLines(input, async typed => {
    const line = parseDeskLine(typed, desk.room(), stops)
    if (!line) {
      print(countWords(desk.room(), Date.now()))
      return undefined
    }
    const {says, quit} = await runDeskLine(desk, line, pictures).catch(refusal)
    for (const words of says) print(words)
    return quit
  })
  await Promise.race([reading, gone])
  stop()
  input.close()
  return 0
}

async function readLines(
  input: ReturnType<typeof createInterface>,
  run: (line: string) => Promise<true | undefined>,
): Promise<void> {
  if (process.stdin.isTTY) input.prompt()
  for await (const line of input) {
    if (await run(line)) return
    if (process.stdin.isTTY) input.prompt()
  }
}

function refusal(error: unknown) {
  if (error instanceof LabError) return {says: [error.reason], quit: undefined}
  throw error
}

/** Broken at spaces and by the rules of Chinese for a terminal, which would break anywhere. */
function wrapped(text: string): string {
  const {isTTY, columns} = process.stdout
  if (!isTTY) return text
  const lines = text.split('\n').flatMap(one => wrap([span(one)], columns, 2))
  return lines.map(spans => spans.map(part => part.text).join('')).join('\n')
}
