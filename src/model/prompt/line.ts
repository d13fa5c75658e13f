// What a typed line can ask for.

import type {NodeName} from '../cluster/node.ts'
import type {Action} from '../commands/action.ts'
import type {Feedback} from '../state/lab-state.ts'
import type {TrafficRequest} from '../state/traffic.ts'
import type {Language, Message} from '../text/messages.ts'

/** What a line asks of the course. */
export const courseMoves = ['hint', 'solve', 'next', 'back', 'reset', 'play', 'done', 'review'] as const
export type CourseMove = (typeof courseMoves)[number]

/** What the nodes pane can show: the nodes, what they say of each other, who serves which slots, what happened, the load. */
export const nodesViews = ['nodes', 'opinions', 'slots', 'timeline', 'traffic'] as const
export type NodesView = (typeof nodesViews)[number]

export function isNodesView(text: string): text is NodesView {
  return (nodesViews as readonly string[]).includes(text)
}

export type Line =
  | Readonly<{is: 'empty'}>
  /** `addressed`: the line itself says to whom; `following`: whether redirects are followed, whatever the prompt's mode is. */
  | Readonly<{
      is: 'actions'
      actions: readonly Action[]
      addressed: boolean
      following?: boolean
      became?: Message
    }>
  /** `following`: and cluster mode is on or off from now on. */
  | Readonly<{is: 'use'; node: NodeName; following?: boolean; became?: Message}>
  /** redis-cli itself is run, with these words. */
  | Readonly<{is: 'tool'; words: readonly string[]; became: Message}>
  | Readonly<{is: 'follow'; on: boolean}>
  /** What is told unasked. */
  | Readonly<{is: 'tell'; what: keyof Feedback; on: boolean}>
  /** The last error, or the one that begins so. */
  | Readonly<{is: 'explain'; error: string}>
  /** At most `most` lines. */
  | Readonly<{is: 'log'; node: NodeName; most: number}>
  | Readonly<{is: 'conf'; node: NodeName}>
  | Readonly<{is: 'traffic'; wish: TrafficRequest}>
  /** Its newest lines, at most `most`. */
  | Readonly<{is: 'timeline'; most: number}>
  /** redis-cli's own: the words that follow `help` or `?`. */
  | Readonly<{is: 'help'; topic: readonly string[]}>
  /** What the course is asked for. */
  | Readonly<{is: 'move'; move: CourseMove}>
  /** A lesson, at its first step if none is named. */
  | Readonly<{is: 'open'; lesson: string; step?: string | undefined}>
  | Readonly<{is: 'face'; asks: UiRequest}>
  /** The chosen option of the open question, counted from 1. */
  | Readonly<{is: 'answer'; option: number}>
  | Readonly<{is: 'mistake'; because: Message}>

/** What a line asks of the face that it was typed in: `language` is the wished one, or only another than now. */
export type UiRequest =
  | Readonly<{face: 'help' | 'quit' | 'lessons' | 'replay' | 'clear'}>
  /** The session is to be written, into this file or one that the lab names. */
  | Readonly<{face: 'export'; file: string | undefined}>
  | Readonly<{face: 'lang'; language: Language | undefined}>
  | Readonly<{face: 'view'; view: NodesView | undefined}>

export function rejected(because: Message): Line & {is: 'mistake'} {
  return {is: 'mistake', because}
}
