// The lab as lines of text: for pipes, scripts, dumb terminals and screen readers. Replies go to stdout as `redis-cli --no-raw` prints them,
// everything else to stderr.

import {
  clearLine,
  clearScreenDown,
  createInterface,
  cursorTo,
  type Interface,
  type ReadLineOptions,
} from 'node:readline'
import type {History} from '../lab/files/history-file.ts'
import type {Lab} from '../lab/lab.ts'
import {waitForState} from '../lab/run/wait-for-state.ts'
import {portOf} from '../model/cluster/node.ts'
import {isBad} from '../model/commands/outcome-text.ts'
import {isSecret} from '../model/commands/secret.ts'
import {neededFor} from '../model/lesson/lesson.ts'
import {complete} from '../model/prompt/complete.ts'
import {mostHistory, printable} from '../model/prompt/history.ts'
import {completionContext} from '../model/prompt/known.ts'
import {offerOf} from '../model/prompt/offer.ts'
import {continuedWith, continues} from '../model/prompt/parse-pasted.ts'
import {handleRequest, type UiHandlers} from '../model/prompt/requests.ts'
import {labCommands, usageOf} from '../model/prompt/slash-commands.ts'
import type {Copied} from '../model/state/copy.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {promptText} from '../model/state/prompt-text.ts'
import {type Language, message, otherThan, translate} from '../model/text/messages.ts'
import {sanitizeLines} from '../model/text/sanitize.ts'
import {copyTo} from '../views/draw/clipboard.ts'
import {wrapText} from '../views/draw/wrap-text.ts'
import {openKeyboard, typedLine} from './keyboard.ts'
import {linesOf} from './lines.ts'
import {endListening, runUntilListening} from './listening.ts'
import {decodedReplies, narrate, repliesOf} from './narrate.ts'
import {translateKeyIn} from './narration.ts'
import {summaryLines} from './summary.ts'
import {viewLines} from './views.ts'

/** ms until a step opens; its start may need a failover. */
const openPatience = 30_000

export type PlainOptions = Readonly<{
  lab: Lab
  language: Language
  history: History
  /** Brings the lab to its first step. */
  open: () => Promise<void>
}>

/** Runs the lines of stdin until it ends. Resolves to the exit code: 1 if the learner's last command failed. */
export async function runPlain({lab, language, history, open}: PlainOptions): Promise<number> {
  const output: Output = {language}
  const unsubscribe = followState(lab, output)
  // Subscribed before, because a lesson asks its first question at once.
  await open()
  // The task is printed before the first line is read.
  if (lab.state().play)
    await waitForState(lab, ({play}) => play?.phase === 'open' || 'preparing', openPatience)
  printNote(
    output,
    lab.state().play ? translateKeyIn(output.language)('plain.noPanel') : freePlayText(lab, output.language),
  )
  const lost = lab.gone.then(error => Promise.reject(error))
  const code = await Promise.race([readLines(lab, output, history), lost])
  unsubscribe()
  return code
}

type Output = {
  /** Changed by /lang, from the next sentence on. */
  language: Language
  /** Set on a terminal while a prompt is shown. */
  readline?: Interface | undefined
}

/** Prints above the line that is being typed. */
function printNote(output: Output, text: string) {
  printAbove(output, () => process.stderr.write(`${wrapText(sanitizeLines(text), process.stderr.columns)}\n`))
}

function printAbove({readline}: Output, print: () => void) {
  if (readline) {
    cursorTo(process.stderr, 0)
    clearLine(process.stderr, 0)
  }
  print()
  readline?.prompt(true)
}

/** Prints each reply and each change of the lab once. Returns a function that unsubscribes. */
function followState(lab: Lab, output: Output): () => void {
  // What the lab has said before, of the room that it has joined, is told with the first change.
  let before: LabState = {...lab.state(), entries: []}
  return lab.subscribe(() => {
    const now = lab.state()
    const {language} = output
    const atTerminal = process.stdout.isTTY === true
    for (const reply of repliesOf(before, now, atTerminal))
      printAbove(output, () => process.stdout.write(Buffer.from(reply, 'latin1')))
    if (atTerminal) for (const text of decodedReplies(before, now)) printNote(output, `  ${text}`)
    for (const sentence of narrate(before, now, lab.lessons, language)) printNote(output, sentence)
    if (promptText(before) !== promptText(now)) showPrompt(output, promptText(now))
    before = now
  })
}

/** Shows a prompt that changed while a line is being typed, for example because the connection was lost. */
function showPrompt({readline}: Output, prompt: string) {
  readline?.setPrompt(prompt)
  readline?.prompt(true)
}

async function readLines(lab: Lab, output: Output, history: History): Promise<number> {
  const run = lineRunner(lab, requestHandlers(lab, output))
  if (process.stdin.isTTY) await readTyped(lab, output, history, run)
  else await readPiped(lab, run)
  return lastFailed(lab) ? 1 : 0
}

/** Resolves to `leave` if the line ends the program; a subscription runs on. */
type RunLine = (line: string) => Promise<'leave' | undefined>

async function readTyped(lab: Lab, output: Output, history: History, run: RunLine) {
  const keyboard = openKeyboard(process.stdin)
  const lines = createInterface({
    input: keyboard,
    output: process.stderr,
    terminal: true,
    ...keyboardOptions(lab, history),
  })
  // Lines with a password are not kept for the Up key.
  lines.on('history', (kept: string[]) => isSecret(kept[0] ?? '') && kept.shift())
  lines.on('SIGINT', onCtrlC(lab, output, lines))
  const prompt = (text = promptText(lab.state())) => {
    lines.setPrompt(text)
    // What was typed while a line ran is kept, and the cursor behind it.
    lines.prompt(true)
    output.readline = lines
  }
  prompt()
  let begun = ''
  for await (const read of lines) {
    const typed = typedLine(read)
    output.readline = undefined
    const line = begun === '' ? typed || (offerOf(lab.state()) ?? '') : continuedWith(begun, typed)
    begun = continues(line) ? line : ''
    if (begun === '') {
      history.keep([line])
      if ((await run(line)) === 'leave') break
    }
    prompt(begun === '' ? undefined : '> ')
  }
  output.readline = undefined
  lines.close()
  keyboard.release()
  // After Ctrl-D the cursor is still behind the prompt.
  process.stdout.write('\n')
}

/** Subscriptions end with the input. */
async function readPiped(lab: Lab, run: RunLine) {
  let begun: string | undefined
  for await (const piped of linesOf(process.stdin)) {
    const line = begun === undefined ? piped : continuedWith(begun, piped)
    begun = continues(line) ? line : undefined
    if (begun === undefined && (await run(line)) === 'leave') return
  }
  if (begun !== undefined) await run(begun)
  await endListening(lab)
}

function lineRunner(lab: Lab, handlers: UiHandlers): RunLine {
  return async line => {
    const request = await runUntilListening(lab, line)
    if (request && (await handleRequest(handlers, request, line)) === 'leave') return 'leave'
    const {quiz} = lab.state()
    // The screen waits for a key here; lines go on at once.
    if (quiz && quiz.chosen.length === quiz.questions.length) await lab.run('/next')
    return undefined
  }
}

/** ms within which a second Ctrl-C leaves. */
const secondCtrlCWithin = 2000

/** Ctrl-C cancels the running command, else clears the typed line, else prints how to leave; the second one leaves. */
function onCtrlC(lab: Lab, output: Output, lines: Interface): () => void {
  let lastCtrlC = 0
  return () => {
    if (lab.cancel()) return
    if (lines.line !== '') return clearTyped(lines)
    if (Date.now() - lastCtrlC < secondCtrlCWithin) return lines.close()
    lastCtrlC = Date.now()
    printNote(output, translateKeyIn(output.language)('ui.howToLeave'))
  }
}

/** Sends readline the keys Ctrl-E and Ctrl-U. */
function clearTyped(lines: Interface) {
  lines.write(null, {ctrl: true, name: 'e'})
  lines.write(null, {ctrl: true, name: 'u'})
}

/**
 * History and Tab completion for readline, which expects the newest line first. There is no Ctrl-R search: after a few letters, Up finds the
 * lines that begin with them, which suits a screen reader better than a result that changes with each key.
 */
function keyboardOptions(lab: Lab, {lines}: History): Partial<ReadLineOptions> {
  return {
    history: printable(lines).toReversed(),
    historySize: mostHistory,
    completer: (line: string) => {
      const stops = lab.lessons.flatMap(({id, steps}) => steps.map(step => ({lesson: id, step: step.id})))
      const known = completionContext(lab.state(), stops)
      return [complete(line, known).map(({text}) => text), line]
    },
  }
}

function requestHandlers(lab: Lab, output: Output): UiHandlers {
  return {
    help: () => printNote(output, helpText(output.language)),
    lessons: () => printNote(output, lessonsText(lab, output.language)),
    summary: () => printNote(output, summaryLines(lab.state(), lab.lessons, output.language).join('\n')),
    view: ({view = 'nodes'}) => printNote(output, viewLines(view, lab.state(), output.language).join('\n')),
    copy: ({what}) => copy(lab, output, what),
    clear: () => (process.stdin.isTTY ? clearScreen() : undefined),
    replay: () => printNote(output, translateKeyIn(output.language)('replay.lines')),
    export: ({file}, typed) => lab.export(typed, file, output.language),
    lang({language}) {
      output.language = language ?? otherThan(output.language)
    },
    quit: () => 'leave',
  }
}

/** Only a terminal has a clipboard. */
function copy(lab: Lab, output: Output, what: Copied) {
  const told = process.stderr.isTTY
    ? copyTo(text => process.stderr.write(text), lab.state(), what)
    : message('copy.noTerminal')
  printNote(output, translate(output.language, told))
}

function clearScreen() {
  cursorTo(process.stderr, 0, 0)
  clearScreenDown(process.stderr)
}

function lastFailed(lab: Lab): boolean {
  const last = lab.state().entries.findLast(({by}) => by === 'learner')
  const part = last?.parts.at(-1)
  return (
    part !== undefined && (('message' in part && !part.fine) || ('outcome' in part && isBad(part.outcome)))
  )
}

function freePlayText(lab: Lab, language: Language): string {
  const {stage, node, roster} = lab.state()
  return translateKeyIn(language)('plain.freePlay', {stage, port: portOf(node, roster)})
}

/** Every step, written as it is typed after /lessons. */
function lessonsText(lab: Lab, language: Language): string {
  const {passed, server, serverVersion} = lab.state()
  const row = (line: string, needed: string | undefined) =>
    needed === undefined ? line : translateKeyIn(language)('list.needs', {title: line, needed})
  return lab.lessons
    .flatMap(({id, words, steps}) => [
      `${id}: ${words[language].title}`,
      ...steps.map(step =>
        row(
          `  /lessons ${id} ${step.id}${passed[id]?.[step.id] ? ' *' : ''}`,
          neededFor(step, server, serverVersion),
        ),
      ),
    ])
    .join('\n')
}

function helpText(language: Language): string {
  const commands = labCommands.map(command => {
    const usage = translate(language, usageOf(command))
    const wide = usage.match(/\p{Script=Han}/gu)?.length ?? 0
    return `${usage.padEnd(16 - wide)} ${translateKeyIn(language)(command.help)}`
  })
  return [...commands, translateKeyIn(language)('plain.history')].join('\n')
}
