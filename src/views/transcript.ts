// The transcript: what was typed and what came of it, as redis-cli prints it. Lines of one entry are made once, and only those in sight are drawn.

import {type NodeName, portOf, type Roster} from '../model/cluster/node.ts'
import {redirectText} from '../model/cluster/redirect.ts'
import {promptOf} from '../model/commands/connection.ts'
import {isBad, outcomeText, replyText} from '../model/commands/outcome-text.ts'
import type {Lesson} from '../model/lesson/lesson.ts'
import {lessonAt, stepAt} from '../model/lesson/lesson.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import type {Entry, EntryPart, LabState, Sentence} from '../model/state/lab-state.ts'
import {sanitize} from '../model/text/sanitize.ts'
import {helpLines} from './command-help.ts'
import type {Style} from './draw/style.ts'
import {inline, type Line, line, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'

type Made = Readonly<{width: number; style: Style; lines: readonly Line[]}>

/** A running entry shows how long it has been waited for, after this many ms. */
const patience = 1000

export type TranscriptView = Readonly<{
  /** At most `height` lines, the newest at the bottom. */
  lines: readonly Line[]
  /** How many lines there are in all; scrolling cannot go further. */
  total: number
}>

/** Draws a transcript. It remembers the lines of parts, which never change: an entry of a thousand is not made anew for each that is added. */
export function createTranscriptView(lessons: readonly Lesson[]) {
  const made = new WeakMap<object, Made>()

  function remembered(
    whole: object,
    style: Style,
    width: number,
    make: () => readonly Line[],
  ): readonly Line[] {
    const known = made.get(whole)
    if (known && known.width === width && known.style === style) return known.lines
    const lines = make()
    made.set(whole, {width, style, lines})
    return lines
  }

  function linesOf(entry: Entry, roster: Roster, style: Style, width: number): readonly Line[] {
    const input = {lessons, roster, style, width, several: entry.several === true}
    return remembered(entry, style, width, () => [
      ...typedLines(entry, roster, style, width),
      ...entry.parts.flatMap(part => remembered(part, style, width, () => partLines(part, input))),
      ...(entry.changed ? asideLines(style.translate(entry.changed), width) : []),
    ])
  }

  /** `scrolled`: how many lines up from the newest. */
  return (
    state: LabState,
    style: Style,
    width: number,
    height: number,
    scrolled: number,
    now: number,
  ): TranscriptView => {
    const blocks = state.entries
      .filter(isShown)
      .flatMap(entry => [linesOf(entry, state.roster, style, width), waitingLine(entry, state, style, now)])
    const total = blocks.reduce((sum, lines) => sum + lines.length, 0)
    const end = Math.max(Math.min(total, height), total - scrolled)
    return {lines: between(blocks, Math.max(0, end - height), end), total}
  }
}

/** The lines from `from` up to `end`, counted through all blocks; the others are not touched. */
function between(blocks: readonly (readonly Line[])[], from: number, end: number): readonly Line[] {
  let start = 0
  return blocks.flatMap(lines => {
    const at = start
    start += lines.length
    return start <= from || at >= end ? [] : lines.slice(Math.max(0, from - at), end - at)
  })
}

/** The lab's own lines are shown when something went wrong with them; what it says unasked always. */
function isShown({by, typed, parts}: Entry): boolean {
  return by !== 'lab' || typed === '' || parts.some(part => 'outcome' in part && isBad(part.outcome))
}

function typedLines(
  {by, typed, node, connection}: Entry,
  roster: Roster,
  style: Style,
  width: number,
): readonly Line[] {
  if (typed === '') return []
  const prompt = by === 'lab' ? `${style.text('ui.byLab')} ` : promptOf(node, roster, connection)
  return wrap([span(prompt, 'dim'), span(sanitize(typed), by === 'lab' ? 'dim' : 'bright')], width)
}

type PartInput = Readonly<{
  lessons: readonly Lesson[]
  roster: Roster
  style: Style
  width: number
  several: boolean
}>

function partLines(part: EntryPart, input: PartInput): readonly Line[] {
  const {roster, style, width, several} = input
  if ('message' in part) return wrap([span(style.translate(part.message), part.fine ? 'dim' : 'warn')], width)
  if ('shown' in part) {
    const {path, lines} = part.shown
    const head = path === '' ? [] : wrap([span(sanitize(path), 'dim')], width)
    return [...head, ...lines.flatMap(one => plainLines(sanitize(one), width))]
  }
  if ('helped' in part) return helpLines(part.helped, width)
  if ('redirected' in part) return plainLines(redirectText(part.redirected), width)
  if ('explained' in part)
    return wrap([span('# ', 'dim'), ...inline(sentenceOf(part.explained, input), 'accent')], width, 2)
  if ('printed' in part)
    return plainLines(replyText(part.printed, part.action.do === 'command' ? part.action.words : []), width)
  const {outcome} = part
  const head = several ? [nodeLine(outcome.action.node, roster)] : []
  const text = outcomeText(outcome, roster, style.language)
  return [
    ...head,
    ...(text === '' ? [] : plainLines(text, width, isBad(outcome))),
    ...(part.means ? asideLines(style.translate(part.means), width) : []),
  ]
}

/** What the lab says beside a reply: dim, and set in, so that it is not taken for one. */
function asideLines(text: string, width: number): readonly Line[] {
  return wrap([span(`  ${text}`, 'dim')], width, 2)
}

function nodeLine(node: NodeName, roster: Roster): Line {
  return line(`${portOf(node, roster)}:`, 'accent')
}

function plainLines(text: string, width: number, bad = false): readonly Line[] {
  return text.split('\n').flatMap(one => wrap([span(one, bad ? 'bad' : 'plain')], width))
}

function sentenceOf(
  {lesson, step, solution, sentence}: Sentence,
  {lessons, roster, style}: PartInput,
): string {
  const found = lessonAt(lessons, lesson)
  const words = found.words[style.language].steps[found.steps.indexOf(stepAt(found, step))]
  return fillPlaceholders(words?.solutions[solution]?.[sentence] ?? '', {roster})
}

function waitingLine(entry: Entry, {queued}: LabState, style: Style, now: number): readonly Line[] {
  const waited = now - entry.at
  if (!entry.running || entry.by === 'lab' || waited < patience) return []
  // It is being listened to, and nobody waits.
  if (entry.parts.some(part => 'printed' in part)) return []
  const seconds = Math.floor(waited / 1000)
  const words =
    queued > 0 ? style.text('ui.waitingAhead', {seconds, n: queued}) : style.text('ui.waiting', {seconds})
  return [line(words, 'dim')]
}
