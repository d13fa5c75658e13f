// The transcript: typed lines and their replies, as redis-cli prints them. The lines of an entry are made once, and only those in sight are drawn.

import {type NodeName, nodeForPort, portOf, type Roster} from '../model/cluster/node.ts'
import {redirectText} from '../model/cluster/redirect.ts'
import {promptOf} from '../model/commands/connection.ts'
import {decodedReply, isBad, outcomeText, replyText} from '../model/commands/outcome-text.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import type {Entry, EntryPart, LessonBegun, Sentence} from '../model/state/lab-state.ts'
import {clientPauseLeft, outcomesOf, shownParts} from '../model/state/transcript.ts'
import type {Message, Values} from '../model/text/messages.ts'
import {sanitize, visibleLines} from '../model/text/sanitize.ts'
import {commandHelpLines} from './command-help.ts'
import type {Size} from './draw/pane-sizes.ts'
import type {Style} from './draw/style.ts'
import {cutTo, inline, type Line, line, lineWidth, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import type {ViewInput} from './view-input.ts'

/** A running entry shows how long it has been running after this time, ms. */
const patience = 1000

export type TranscriptView = Readonly<{
  /** At most as many as the pane has rows, the newest at the bottom. */
  lines: readonly Line[]
  /** The number of all lines: the limit of scrolling. */
  total: number
  /** Newer lines that are not in sight. */
  below: number
}>

export type TranscriptPlace = Readonly<{
  /** Lines up from the newest. */
  scrolled: number
  /** ms since the epoch */
  now: number
}>

type EntryInput = ViewInput & Readonly<{width: number}>

type Made = Readonly<{width: number; style: Style; lines: readonly Line[]}>

/** Remembers the lines of finished parts, which never change: a thousand replies in an entry are not drawn again for each new one. */
export function createTranscriptView() {
  const made = new WeakMap<object, Made>()

  function remembered(
    whole: object,
    {style, width}: EntryInput,
    make: () => readonly Line[],
  ): readonly Line[] {
    const known = made.get(whole)
    if (known && known.width === width && known.style === style) return known.lines
    const lines = make()
    made.set(whole, {width, style, lines})
    return lines
  }

  function linesOf(entry: Entry, input: EntryInput): readonly Line[] {
    const several = entry.several === true
    return remembered(entry, input, () => [
      ...typedLines(entry, input),
      ...shownParts(entry, input.state.roster).flatMap(part =>
        remembered(part, input, () => partLines(part, {...input, several})),
      ),
      ...(entry.shortened ? asideLines(input.style.text('ui.olderReply'), input.width) : []),
      ...(entry.changed ? changedLines(entry.changed, input) : []),
    ])
  }

  return (input: ViewInput, size: Size, {scrolled, now}: TranscriptPlace): TranscriptView => {
    const sized = {...input, width: size.columns}
    const blocks = input.state.entries
      .filter(isShown)
      .flatMap(entry => [linesOf(entry, sized), waitingLine(entry, input, now)])
    const total = blocks.reduce((sum, lines) => sum + lines.length, 0)
    const end = Math.max(Math.min(total, size.rows), total - scrolled)
    return {lines: between(blocks, Math.max(0, end - size.rows), end), total, below: total - end}
  }
}

/** The lines from `from` up to `end`, counted through all blocks. */
function between(blocks: readonly (readonly Line[])[], from: number, end: number): readonly Line[] {
  let start = 0
  return blocks.flatMap(lines => {
    const at = start
    start += lines.length
    return start <= from || at >= end ? [] : lines.slice(Math.max(0, from - at), end - at)
  })
}

/** Hides commands that the lab sends itself, unless they failed. Messages from the lab are always shown. */
function isShown({by, typed, parts}: Entry): boolean {
  return by !== 'lab' || typed === '' || parts.some(part => 'outcome' in part && isBad(part.outcome))
}

function typedLines(
  {by, typed, node, connection}: Entry,
  {state, style, width}: EntryInput,
): readonly Line[] {
  if (typed === '') return []
  const prompt = by === 'lab' ? `${style.text('ui.byLab')} ` : promptOf(node, state.roster, connection)
  const shown = sanitize(typed.slice(0, mostShown))
  const n = Math.max(0, typed.length - mostShown)
  return [
    ...wrap([span(prompt, 'dim'), span(shown, by === 'lab' ? 'dim' : 'bright')], width),
    ...(n > 0 ? asideLines(style.text('ui.moreOfLine', {n}), width) : []),
  ]
}

/** `several`: the entry has replies of several nodes, each under its node. */
type PartInput = EntryInput & Readonly<{several: boolean}>

function partLines(part: EntryPart, input: PartInput): readonly Line[] {
  const {style, width} = input
  if ('message' in part)
    return wrap([span(style.translate(part.message), part.fine ? 'plain' : 'warn')], width)
  if ('shown' in part) {
    const {path, lines} = part.shown
    const head = path === '' ? [] : wrap([span(sanitize(path), 'dim')], width)
    return [...head, ...lines.flatMap(one => plainLines(visibleLines(one), width))]
  }
  if ('helped' in part) return commandHelpLines(part.helped, width)
  if ('redirected' in part) return plainLines(redirectText(part.redirected), width)
  if ('began' in part) return dividerLines(part.began, input)
  if ('explained' in part) {
    const sentence = sentenceOf(part.explained, input)
    return sentence === '' ? [] : wrap([span('# ', 'dim'), ...inline(sentence, 'accent')], width, 2)
  }
  if ('printed' in part)
    return [
      ...replyLines(replyText(part.printed, part.action), input, {omitted: part.printed.omitted}),
      ...decodedReply(part.printed, part.action).flatMap(one => asideLines(one, width)),
    ]
  return outcomeLines(part, input)
}

/** A rule with the lesson's name, and what its new nodes are. A recording may be of a lesson that nobody here has. */
function dividerLines({lesson, stage}: LessonBegun, {lessons, style, width}: PartInput): readonly Line[] {
  const {title = ''} = lessons.find(({id}) => id === lesson)?.words[style.language] ?? {}
  const rule = style.sign('rule')
  const name = title === '' ? [] : [span(`${title} `, 'bright')]
  const words = [span(`${rule}${rule} ${lesson} `, 'accent'), ...name]
  const rest = rule.repeat(Math.max(0, width - lineWidth(words)))
  return [
    cutTo([...words, span(rest, 'dim')], width),
    ...(stage ? wrap([span(style.text(`move.${stage}`), 'dim')], width) : []),
  ]
}

function outcomeLines(
  {outcome, means}: Extract<EntryPart, {outcome: unknown}>,
  input: PartInput,
): readonly Line[] {
  const {style, width, several} = input
  const {roster} = input.state
  const text = outcomeText(outcome, roster, style.language, style.server)
  const omitted = outcome.is === 'replied' ? outcome.reply.omitted : undefined
  return [
    ...(several ? [nodeLine(outcome.action.node, roster)] : []),
    ...(text === '' ? [] : replyLines(text, input, {omitted, bad: isBad(outcome)})),
    ...(outcome.is === 'replied'
      ? decodedReply(outcome.reply, outcome.action).flatMap(one => asideLines(one, width))
      : []),
    ...(means ? asideLines(style.translate(means), width) : []),
  ]
}

/** What a line changed, in one row if it fits, else one fact a row. */
function changedLines(changed: Message, {style, width}: EntryInput): readonly Line[] {
  const lines = asideLines(style.translate(changed), width)
  return lines.length === 1
    ? lines
    : factsOf(changed).flatMap(fact => wrap([span(`  ${style.translate(fact)}`)], width, 4))
}

/** The facts that one sentence joins. */
function factsOf(changed: Message): readonly Message[] {
  const {one, other, whole} = changed.values ?? {}
  if (changed.key === 'effects.and' && isMessage(one) && isMessage(other))
    return [...factsOf(one), ...factsOf(other)]
  if (changed.key !== 'effects.together' || !isMessage(whole)) return [changed]
  const [first = whole, ...rest] = factsOf(whole)
  return [{...changed, values: {...changed.values, whole: first}}, ...rest]
}

function isMessage(value: Values[string] | undefined): value is Message {
  return typeof value === 'object' && 'key' in value
}

/** A remark of the lab beside a reply: indented, so that it is not taken for the reply. */
function asideLines(text: string, width: number): readonly Line[] {
  return wrap([span(`  ${text}`)], width, 2)
}

function nodeLine(node: NodeName, roster: Roster): Line {
  return line(`${portOf(node, roster)}:`, 'accent')
}

/** Characters of a line or a reply that the screen shows; as many lines as anyone scrolls through. */
const mostShown = 64_000

/** The beginning of a reply, and how to see the rest. `omitted`: what was not even kept. */
function replyLines(
  text: string,
  {style, width}: PartInput,
  {omitted = 0, bad = false}: Readonly<{omitted?: number | undefined; bad?: boolean}>,
): readonly Line[] {
  const n = Math.max(0, text.length - mostShown) + omitted
  if (n === 0) return plainLines(text, width, bad)
  const more = style.text('ui.moreOfReply', {n})
  return [...plainLines(text.slice(0, mostShown), width, bad), ...asideLines(more, width)]
}

function plainLines(text: string, width: number, bad = false): readonly Line[] {
  return text.split('\n').flatMap(one => wrap([span(one, bad ? 'bad' : 'plain')], width))
}

/** Empty if the lesson is not here, or has changed since it was recorded. */
function sentenceOf(
  {lesson, step, solution, sentence}: Sentence,
  {state, lessons, style}: PartInput,
): string {
  const found = lessons.find(({id}) => id === lesson)
  const at = found?.steps.findIndex(({id}) => id === step) ?? -1
  const words = found?.words[style.language].steps[at]
  return fillPlaceholders(words?.solutions[solution]?.[sentence] ?? '', {roster: state.roster})
}

function waitingLine(entry: Entry, {state, style}: ViewInput, now: number): readonly Line[] {
  const {queued, toolQuestion} = state
  // Its question stands in place of the prompt, and it is redis-cli that waits.
  if (toolQuestion !== undefined) return []
  const waited = now - entry.at
  if (!entry.running || entry.by === 'lab' || waited < patience) return []
  // A subscription prints messages as they come; nobody waits for a reply.
  if (entry.parts.some(part => 'printed' in part)) return []
  const seconds = Math.floor(waited / 1000)
  const words =
    queued > 0 ? style.text('ui.waitingAhead', {seconds, n: queued}) : style.text('ui.waiting', {seconds})
  return [line(words, 'dim'), ...clientPauseLines(entry, {state, style}, now)]
}

/** Why it waits, if its node was told to hold commands: the line that did so may be long out of sight. */
function clientPauseLines(
  {typed, node}: Entry,
  {state: {entries, roster}, style}: Pick<ViewInput, 'state' | 'style'>,
  now: number,
): readonly Line[] {
  const address = /^@(\S+)/.exec(typed)?.[1]
  const to = (address && nodeForPort(address, roster)) || node
  const left = clientPauseLeft(entries.flatMap(outcomesOf), to, now)
  if (left <= 0) return []
  const seconds = Math.ceil(left / 1000)
  return [line(style.text('ui.waitingPaused', {node: portOf(to, roster), seconds}), 'warn')]
}
