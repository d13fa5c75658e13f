// The lab in lines: for pipes, scripts, dumb terminals and screen readers. Replies go to stdout as `redis-cli --no-raw` prints them; everything
// else, the lesson's words above all, to stderr.

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
import {promptOf} from '../model/commands/connection.ts'
import {isBad} from '../model/commands/outcome-text.ts'
import {isSecret} from '../model/commands/secret.ts'
import {complete} from '../model/prompt/complete.ts'
import {mostHistory} from '../model/prompt/history.ts'
import {completionContext} from '../model/prompt/known.ts'
import type {UiRequest} from '../model/prompt/line.ts'
import {labCommands, usageOf} from '../model/prompt/slash-commands.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {
  type Language,
  type MessageKey,
  message,
  otherThan,
  translate,
  type Values,
} from '../model/text/messages.ts'
import {sanitizeLines} from '../model/text/sanitize.ts'
import {narrate, repliesOf} from './narrate.ts'
import {viewLines} from './views.ts'

/** Until a step opens, ms; a failover may belong to its start. */
const openPatience = 30_000

/** Runs the lines of stdin until it ends. The exit code: 0 if the last command did not fail. */
export async function runPlain(
  lab: Lab,
  language: Language,
  history: History,
  open: () => Promise<void>,
): Promise<number> {
  const voice: Narrator = {language}
  const stopTelling = followState(lab, voice)
  // Not before somebody listens: a lesson puts its first question at once.
  await open()
  // What is to be done is said before the first line is read.
  if (lab.state().play)
    await waitForState(lab, ({play}) => play?.phase === 'open' || 'preparing', openPatience)
  if (!lab.state().play) printNote(voice, greeting(lab, voice.language))
  const lost = lab.gone.then(error => Promise.reject(error))
  const code = await Promise.race([readLines(lab, voice, history), lost])
  stopTelling()
  return code
}

type Narrator = {
  /** Changed by /lang, and heard from the next sentence on. */
  language: Language
  /** Who prompts on a terminal, while a line is awaited. */
  prompting?: Interface | undefined
}

/** What is said while a line is being typed stands above that line. */
function printNote({prompting}: Narrator, text: string) {
  if (prompting) {
    cursorTo(process.stderr, 0)
    clearLine(process.stderr, 0)
  }
  process.stderr.write(`${sanitizeLines(text)}\n`)
  prompting?.prompt(true)
}

/** Says each change of the lesson once, and prints each reply as it comes. */
function followState(lab: Lab, voice: Narrator): () => void {
  let before = lab.state()
  return lab.subscribe(() => {
    const now = lab.state()
    const {language} = voice
    for (const reply of repliesOf(before, now, language)) process.stdout.write(`${reply}\n`)
    for (const sentence of narrate(before, now, lab.lessons, language)) printNote(voice, sentence)
    if (promptIn(before) !== promptIn(now)) promptAnew(voice, promptIn(now))
    before = now
  })
}

/** The connection was lost while a line is being typed. */
function promptAnew({prompting}: Narrator, prompt: string) {
  prompting?.setPrompt(prompt)
  prompting?.prompt(true)
}

function promptIn({node, roster, connections}: LabState): string {
  return promptOf(node, roster, connections[node])
}

async function readLines(lab: Lab, voice: Narrator, history: History): Promise<number> {
  const interactive = process.stdin.isTTY === true
  const lines = createInterface({
    input: process.stdin,
    ...(interactive && {output: process.stderr, ...keyboardOptions(lab, history)}),
  })
  // What holds a password is not offered again by Up.
  lines.on('history', (kept: string[]) => isSecret(kept[0] ?? '') && kept.shift())
  lines.on('SIGINT', onCtrlC(lab, voice, lines))
  const prompt = () => {
    lines.setPrompt(promptIn(lab.state()))
    if (!interactive) return
    lines.prompt()
    voice.prompting = lines
  }
  prompt()
  for await (const line of lines) {
    voice.prompting = undefined
    if (interactive) history.keep([line])
    const request = await lab.run(line)
    if (request?.face === 'quit') break
    if (request?.face === 'export') await lab.export(line, request.file, voice.language)
    else if (request) answer(lab, voice, request)
    const {quiz} = lab.state()
    // On a screen a key is waited for here; lines go on.
    if (quiz && quiz.chosen.length === quiz.questions.length) await lab.run('/next')
    prompt()
  }
  voice.prompting = undefined
  lines.close()
  // Ctrl-D leaves the cursor behind the prompt.
  if (interactive) process.stdout.write('\n')
  return lastFailed(lab) ? 1 : 0
}

/** A second Ctrl-C within this time leaves, ms. */
const secondCtrlCWithin = 2000

/** Ctrl-C: cancels what runs, else clears what is typed, else says how to leave, and the second time leaves. */
function onCtrlC(lab: Lab, voice: Narrator, lines: Interface): () => void {
  let asked = 0
  return () => {
    if (lab.cancel()) return
    if (lines.line !== '') return clearTyped(lines)
    if (Date.now() - asked < secondCtrlCWithin) return lines.close()
    asked = Date.now()
    printNote(voice, word(voice.language, 'ui.howToLeave'))
  }
}

/** As the keys End and Ctrl-U do it. */
function clearTyped(lines: Interface) {
  lines.write(null, {ctrl: true, name: 'e'})
  lines.write(null, {ctrl: true, name: 'u'})
}

/**
 * What a hand at the keyboard expects: earlier lines, newest first as readline wants them, and Tab. readline has no Ctrl-R; Up behind a few
 * letters finds the lines that begin so, one read out at a time, where a search that changes with each key says too much to a listener.
 */
function keyboardOptions(lab: Lab, {lines}: History): Partial<ReadLineOptions> {
  return {
    history: [...lines].reverse(),
    historySize: mostHistory,
    completer: (line: string) => [complete(line, completionContext(lab.state())).map(({text}) => text), line],
  }
}

function answer(lab: Lab, voice: Narrator, request: UiRequest) {
  if (request.face === 'help') printNote(voice, helpText(voice.language))
  if (request.face === 'lessons') printNote(voice, lessonsText(lab, voice.language))
  if (request.face === 'view')
    printNote(voice, viewLines(request.view ?? 'nodes', lab.state(), voice.language).join('\n'))
  if (request.face === 'clear' && process.stdin.isTTY) clearScreen()
  if (request.face === 'replay') printNote(voice, word(voice.language, 'replay.lines'))
  if (request.face === 'lang') voice.language = request.language ?? otherThan(voice.language)
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

function greeting(lab: Lab, language: Language): string {
  const {stage, node, roster} = lab.state()
  return word(language, 'plain.freePlay', {stage, port: portOf(node, roster)})
}

/** Every step as it is typed after /lessons. */
function lessonsText(lab: Lab, language: Language): string {
  const {passed} = lab.state()
  return lab.lessons
    .flatMap(({id, words}) => [
      `${id}: ${words[language].title}`,
      ...words[language].steps.map(step => `  /lessons ${id} ${step.id}${passed[id]?.[step.id] ? ' *' : ''}`),
    ])
    .join('\n')
}

function helpText(language: Language): string {
  const commands = labCommands.map(
    command => `${usageOf(command).padEnd(16)} ${word(language, command.help)}`,
  )
  return [...commands, word(language, 'plain.history')].join('\n')
}

function word(language: Language, key: MessageKey, values?: Values): string {
  return translate(language, message(key, values))
}
