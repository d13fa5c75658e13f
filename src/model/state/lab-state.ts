// Types of the lab's state and of every event that changes it.

import type {Excerpt} from '../cluster/file-excerpt.ts'
import type {Lags} from '../cluster/lag.ts'
import type {NodeName, Roster} from '../cluster/node.ts'
import type {Redirect} from '../cluster/redirect.ts'
import type {Snapshot, Stage} from '../cluster/snapshot.ts'
import type {Action, Outcome} from '../commands/action.ts'
import type {CommandDocs} from '../commands/command-docs.ts'
import type {CommandTable} from '../commands/command-table.ts'
import type {Connection} from '../commands/connection.ts'
import type {HelpEntry} from '../commands/help-entry.ts'
import type {Verdict} from '../lesson/verdict.ts'
import type {Reply} from '../protocol/reply.ts'
import type {Message} from '../text/messages.ts'
import type {TimelineEntry} from '../timeline/entry.ts'
import type {Traffic, TrafficEvent} from './traffic.ts'

/** The origin of a line: the learner, the lab (to prepare a step), or a solution that the learner asked for. */
export type By = 'learner' | 'lab' | 'solution'

/** A line of the transcript with its results. A line may be several actions (`@all PING`, `3 PING`). */
export type Entry = Readonly<{
  id: number
  by: By
  /** As typed; empty for something the lab says unasked. */
  typed: string
  /** The node the prompt was at, and how the connection to it was. */
  node: NodeName
  connection?: Connection
  /** Asked of more than one node: each reply is to say whose it is. */
  several?: true
  parts: readonly EntryPart[]
  running: boolean
  /** ms since the epoch */
  at: number
  /** What it changed on the nodes, as soon as that is known. */
  changed?: Message
}>

/** What an entry shows, in order: outcomes, sentences, and what a subscription or MONITOR prints meanwhile. */
export type EntryPart =
  /** `means`: what the error means here. */
  | Readonly<{outcome: Outcome; means?: Message}>
  | Readonly<{printed: Reply; action: Action}>
  /** `fine`: no complaint. */
  | Readonly<{message: Message; fine?: true}>
  /** The command went on to another node. */
  | Readonly<{redirected: Redirect}>
  | Readonly<{shown: Excerpt}>
  | Readonly<{helped: readonly HelpEntry[]}>
  | Readonly<{explained: Sentence}>

/** One sentence of a solution, by its place in the lesson's words, so that it can be said in any language. */
export type Sentence = Readonly<{lesson: string; step: string; solution: string; sentence: number}>

/** Where the learner stands in a lesson. */
export type Play = Readonly<{
  lesson: string
  step: string
  /** `preparing`: the lab sets the step up, or waits until it is ready; `open`: the learner's turn; `free`: free play, nothing is judged. */
  phase: 'preparing' | 'open' | 'passed' | 'free'
  /** When the lab's own lines for this step had run (ms since the epoch); only later snapshots count. */
  preparedAt?: number
  /** While preparing: what `ready` still waits for. */
  waitsFor?: Verdict
  /** The snapshot when the step opened. */
  start?: Snapshot
  /** What the learner did since, oldest first. */
  outcomes: readonly Outcome[]
  /** `metAt`: since when it has been met (ms since the epoch); absent while it is not. */
  conditions: readonly Readonly<{id: string; verdict: Verdict; metAt?: number}>[]
  /** Since when every condition holds (ms since the epoch). */
  metSince?: number
  mistake?: string
  /** How many hints were asked for. */
  hints: number
  /** The lab's own solution was run. */
  solved?: boolean
  /** The step's prediction: the option the learner chose, and the one that came. */
  predicted?: string
  outcome?: string
  /** The snapshot when it was passed: what is said then stays as it was. */
  end?: Snapshot
  /** What changed on which node from the step's start until it was passed. */
  changes: readonly Message[]
}>

/** How a step was passed. */
export type PassedStep = Readonly<{
  /** ms since the epoch */
  at: number
  /** From the step's opening, seconds. */
  seconds: number
  hints: number
  solved: boolean
  changes: readonly Message[]
}>

/** Lesson id -> step id -> how it was passed last. */
export type PassedSteps = Readonly<Record<string, Readonly<Record<string, PassedStep>>>>

/** What was answered to a prediction or a recall question, which option was right, and when (ms since the epoch). */
export type GivenAnswer = Readonly<{chosen: string; right: string; at: number}>

/** Lesson id -> question -> answer. A prediction goes by its step's id, a recall question by `recall/ID`. */
export type Answers = Readonly<Record<string, Readonly<Record<string, GivenAnswer>>>>

/** One question by its place: `question` as in `Answers`. */
export type Question = Readonly<{lesson: string; question: string}>

/** Questions put one after another; Redis goes on meanwhile. */
export type Quiz = Readonly<{
  why: 'recall' | 'review'
  questions: readonly Question[]
  /** What was answered so far, in the order of the questions: the first without an answer is the one that is put. */
  chosen: readonly string[]
}>

/** A line of a node's log, as written. */
export type LoggedLine = Readonly<{node: NodeName; text: string}>

/** Immutable plain JSON: a recording is an array of these. It holds a lesson's id, never its functions. */
export type LabState = Readonly<{
  stage: Stage
  roster: Roster
  /** `starting`: the nodes of the stage are being started. */
  status: 'starting' | 'ready'
  /** The node of the prompt. */
  node: NodeName
  /** The learner's connections, where they were used. */
  connections: Readonly<Partial<Record<NodeName, Connection>>>
  /** How many lines wait for the one that runs. */
  queued: number
  /** Cluster mode: redirects are followed. */
  following: boolean
  snapshot?: Snapshot
  /** How it was when the learner's last line began: what changed since is marked. */
  lineStart?: Snapshot
  /** The line whose effects are looked for, and the snapshot up to which effects were told. */
  watchedLine?: WatchedLine
  reportedUpTo?: Snapshot
  play?: Play
  /** Lesson id -> the steps passed so far, in this run of the lab and in earlier ones. */
  passed: PassedSteps
  answers: Answers
  quiz?: Quiz
  entries: readonly Entry[]
  /** The ids of the replication histories seen on this stage, in the order in which they came. */
  replids?: readonly string[]
  /** How far the replicas lagged behind recently. */
  lags?: Lags
  /** Events on the nodes of this stage, oldest first. */
  timeline: readonly TimelineEntry[]
  /** The newest lines of the nodes' logs, as they were written, oldest first. A recording, which has every state, has them all. */
  logs: readonly LoggedLine[]
  /** The load's figures, from its first start until the nodes are replaced. */
  traffic?: Traffic
  /** Facts about each command from COMMAND, by the names in `docs`. */
  commandTable: CommandTable
  /** Which remarks are shown beside the replies. */
  feedback: Feedback
  /** The running server's docs of its commands; bundled docs until it has been asked. */
  docs: CommandDocs
}>

/** `errors`: what an error means; `changes`: what a command changed; `hints`: what is expected behind the typed line. */
export type Feedback = Readonly<{errors: boolean; changes: boolean; hints: boolean}>

export type LabEvent =
  | Readonly<{on: 'starting'; stage: Stage}>
  | Readonly<{on: 'ready'; roster: Roster}>
  /** `over`: the lines that were over when the reading began; all, if not said. */
  | Readonly<{on: 'polled'; snapshot: Snapshot; over?: FinishedLines}>
  /** What a node has just written into its log, whole lines. */
  | Readonly<{on: 'logged'; node: NodeName; lines: readonly string[]}>
  | Readonly<{on: 'typed'; id: number; by: By; typed: string; at: number; several?: true}>
  | Readonly<{on: 'ended'; id: number; outcome: Outcome}>
  | Readonly<{on: 'printed'; id: number; action: Action; replies: readonly Reply[]}>
  | Readonly<{on: 'told'; id: number; message: Message; fine?: true}>
  | Readonly<{on: 'redirected'; id: number; redirect: Redirect}>
  | Readonly<{on: 'shown'; id: number; excerpt: Excerpt}>
  | Readonly<{on: 'helped'; id: number; entries: readonly HelpEntry[]}>
  | (Readonly<{on: 'explained'; id: number}> & Sentence)
  | Readonly<{on: 'finished'; id: number}>
  | Readonly<{on: 'connected'; node: NodeName; connection: Connection}>
  | Readonly<{on: 'used'; node: NodeName}>
  | Readonly<{on: 'queued'; lines: number}>
  | Readonly<{on: 'following'; is: boolean}>
  | Readonly<{on: 'stepBegan'; lesson: string; step: string; at: number}>
  | Readonly<{on: 'prepared'; at: number}>
  | Readonly<{on: 'hinted'}>
  | Readonly<{on: 'solving'}>
  | Readonly<{on: 'freed'}>
  | Readonly<{on: 'quizBegan'; why: Quiz['why']; questions: readonly Question[]}>
  | Readonly<{on: 'quizEnded'}>
  | Readonly<{on: 'answered'; option: string; at: number}>
  | Readonly<{on: 'learned'; docs?: CommandDocs; commandTable: CommandTable}>
  | Readonly<{on: 'feedback'; what: keyof Feedback; is: boolean}>
  | Readonly<{on: 'traffic'; came: TrafficEvent}>

/** What a line did that can be seen on the nodes. */
export type LineEffect = Readonly<{
  /** Keys were written there. */
  wrote: readonly NodeName[]
  /** A node was told who it is, or whether it runs. */
  ordered: boolean
  /** When the last reply had come (ms since the epoch). */
  over: number
}>

/** A line whose effects are still being looked for. */
export type WatchedLine = LineEffect &
  Readonly<{
    /** The entry it is said under. */
    id: number
    /** So many lines came so close together that nobody can tell them apart. */
    lines: number
    before: Snapshot
    /** What was seen last. */
    seen?: readonly Message[]
  }>

/** The entries up to the one of this id, but for those that run. */
export type FinishedLines = Readonly<{upTo: number; but: readonly number[]}>
