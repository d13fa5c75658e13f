// Types of the lab's state and of every event that changes it.

import type {Excerpt} from '../cluster/file-excerpt.ts'
import type {Lags} from '../cluster/lag.ts'
import type {Links} from '../cluster/links.ts'
import type {NodeName, Roster} from '../cluster/node.ts'
import type {Redirect} from '../cluster/redirect.ts'
import type {Snapshot, Stage} from '../cluster/snapshot.ts'
import type {Action, Outcome} from '../commands/action.ts'
import type {CommandDocs} from '../commands/command-docs.ts'
import type {CommandTable} from '../commands/command-table.ts'
import type {Connection} from '../commands/connection.ts'
import type {HelpEntry} from '../commands/help-entry.ts'
import type {TrafficFigures} from '../lesson/evidence.ts'
import type {Verdict} from '../lesson/verdict.ts'
import type {Reply} from '../protocol/reply.ts'
import type {Message} from '../text/messages.ts'
import type {ServerKind} from '../text/program-names.ts'
import type {TimelineEntry} from '../timeline/entry.ts'
import type {Failover} from '../timeline/failover-type.ts'
import type {Traffic, TrafficEvent} from './traffic.ts'
import type {Workshop, WorkshopEvent} from './workshop.ts'

/** The origin of a line: the learner, the lab (which prepares a step), or a solution that the learner requested. */
export type By = 'learner' | 'lab' | 'solution'

/** A line of the transcript with its results. A line may be several actions (`@all PING`, `3 PING`). */
export type Entry = Readonly<{
  id: number
  by: By
  /** The text as typed; empty for a message of the lab without a line. */
  typed: string
  /** The prompt's node, and the state of the connection to it, when the line began. */
  node: NodeName
  connection?: Connection
  /** Sent to more than one node: each reply is shown with its node. */
  several?: true
  parts: readonly EntryPart[]
  /** Only the beginning is kept of its replies. */
  shortened?: true
  running: boolean
  /** It has not begun: a reading has yet to see what the lines before it did. */
  held?: true
  /** ms since the epoch */
  at: number
  /** What the line changed on the nodes, once that is known. */
  changed?: Message
}>

/** A part of an entry, in the order shown: outcomes, sentences, and what a subscription or MONITOR prints. */
export type EntryPart =
  /** `means`: the explanation of an error. */
  | Readonly<{outcome: Outcome; means?: Message}>
  | Readonly<{printed: Reply; action: Action}>
  /** `fine`: not an error. */
  | Readonly<{message: Message; fine?: true}>
  /** A redirect that was followed to another node; `from`: the node that returned it, absent in old recordings. */
  | Readonly<{redirected: Redirect; from?: NodeName}>
  | Readonly<{shown: Excerpt}>
  | Readonly<{helped: readonly HelpEntry[]}>
  | Readonly<{explained: Sentence}>
  | Readonly<{began: LessonBegun}>

/** One sentence of a solution, as its place in the lesson's words, so that it can be shown in any language. */
export type Sentence = Readonly<{lesson: string; step: string; solution: string; sentence: number}>

/** A lesson that began, and what its new nodes are; old recordings lack the stage where it stayed the same. */
export type LessonBegun = Readonly<{lesson: string; stage?: Stage}>

/** The learner's place in a lesson, and the state of the current step. */
export type Play = Readonly<{
  lesson: string
  step: string
  /** `preparing`: the lab sets the step up, or waits until it is ready; `open`: the learner's turn; `free`: free play, nothing is checked. */
  phase: 'preparing' | 'open' | 'passed' | 'free'
  /** When the lab's own lines for this step finished (ms since the epoch); only later snapshots count. */
  preparedAt?: number
  /** What `ready` still waits for while preparing. */
  waitsFor?: Verdict
  /** The snapshot when the step opened. */
  start?: Snapshot
  /** What the learner did since the step opened, oldest first. */
  outcomes: readonly Outcome[]
  /** `metAt`: when the condition was met (ms since the epoch); absent while it is not. */
  conditions: readonly Readonly<{id: string; verdict: Verdict; metAt?: number}>[]
  /** When every condition became true (ms since the epoch); absent while one is false. */
  metSince?: number
  mistake?: string
  /** The learner has tried for long, and no condition was met: the lab offers help. */
  stuck?: true
  /** A fault of the lesson itself: one of its author's functions failed. */
  fault?: Message
  /** Nodes whose log was shown since the step opened; absent if none was. */
  logs?: readonly NodeName[]
  /** How many hints the learner requested. */
  hints: number
  /** Whether the lab's own solution ran. */
  solved?: boolean
  /** The step's prediction: the option that the learner chose, and whether what it asks about was seen. */
  predicted?: string
  seen?: true
  /** The client's figures when the step opened and when it was passed; absent in a step without a client. */
  traffic?: Readonly<{start: TrafficFigures; end?: TrafficFigures}>
  /** Ids of the facts that hold: until the step is passed, only those that stay met. Absent in a step without facts, and in old recordings. */
  facts?: readonly string[]
  /** The snapshot when the step was passed: the passed text keeps its figures. */
  end?: Snapshot
  /** What changed on which node from the step's start until it was passed. */
  changes: readonly Message[]
  /** What an incident cost, once it is over. */
  incident?: IncidentCost
}>

/** What an incident cost. */
export type IncidentCost = Readonly<{
  /** Seconds added for hints. */
  penalty: number
  /** Requests of the client at work that failed, and for how many seconds it had trouble. */
  failed: number
  troubled: number
  /** Acknowledged writes that the nodes no longer have; absent if that was not checked. */
  lost?: number
}>

/** How a step was passed. */
export type PassedStep = Readonly<{
  /** ms since the epoch */
  at: number
  /** Seconds since the step opened. */
  seconds: number
  hints: number
  solved: boolean
  changes: readonly Message[]
  /** The failovers that were seen in the step; absent if there was none. */
  failovers?: readonly SeenFailover[]
  /** Of an incident: what it cost, how often the learner has solved it, and the best time, in seconds with the penalty. */
  incident?: IncidentCost & Readonly<{times: number; best: number}>
}>

/** A failover, as it is kept: how it came, which node was replaced by which, and how long there were no writes, ms, if that is known. */
export type SeenFailover = Readonly<{
  is: Failover['is']
  owner?: NodeName
  promoted?: NodeName
  ms?: number
}>

/** Lesson id -> step id -> how the step was passed last. */
export type PassedSteps = Readonly<Record<string, Readonly<Record<string, PassedStep>>>>

/** The learner's answer to a prediction or a recall question, and when it was given (ms since the epoch). The lesson has the right one. */
export type GivenAnswer = Readonly<{chosen: string; at: number}>

/** Lesson id -> question -> answer. The key of a prediction is its step's id, that of a recall question `recall/ID`. */
export type Answers = Readonly<Record<string, Readonly<Record<string, GivenAnswer>>>>

/** A question's place; `question` is the key as in `Answers`. */
export type Question = Readonly<{lesson: string; question: string}>

/** Questions asked one after another. The nodes run on meanwhile. */
export type Quiz = Readonly<{
  why: 'recall' | 'review'
  questions: readonly Question[]
  /** The answers so far, in the order of the questions: the first question without an answer is the open one. */
  chosen: readonly string[]
}>

/** A line of a node's log, as written. */
export type LoggedLine = Readonly<{node: NodeName; text: string}>

/** The whole state of a lab. Immutable plain JSON, because a recording is a list of states: it holds a lesson's id, never its functions. */
export type LabState = Readonly<{
  stage: Stage
  roster: Roster
  /** The server that the nodes run; absent in old recordings. */
  server?: ServerKind | undefined
  serverVersion?: string | undefined
  /** `starting`: the nodes of the stage are being started. */
  status: 'starting' | 'ready'
  /** The node of the prompt. */
  node: NodeName
  /** The learner's connections, of the nodes that were used. */
  connections: Readonly<Partial<Record<NodeName, Connection>>>
  /** How many lines wait for the running one. */
  queued: number
  /** What the running redis-cli asks; the next line is the answer. Absent while it asks nothing. */
  toolQuestion?: string
  /** Cluster mode: redirects are followed. */
  following: boolean
  snapshot?: Snapshot
  /** The snapshot when the learner's last line began: changes since are marked. */
  lineStart?: Snapshot
  /** The line whose effects are watched, and the snapshot up to which effects were reported. */
  watchedLine?: WatchedLine
  linkingLine?: LinkingLine
  reportedUpTo?: Snapshot
  play?: Play
  /** Lesson id -> the steps passed so far, in this run of the lab and in earlier ones. */
  passed: PassedSteps
  answers: Answers
  quiz?: Quiz
  entries: readonly Entry[]
  /** The last entry before this stage: later ones are about its nodes. */
  lastBefore?: number
  /** The replication ids seen on this stage, in order of appearance. */
  replids?: readonly string[]
  /** How far each replica lagged behind in the recent past. */
  lags?: Lags
  /** The last time on this stage at which the lab itself was held up. */
  heldUp?: HeldUp
  /** Events on the nodes of this stage, oldest first. */
  timeline: readonly TimelineEntry[]
  /** The newest log lines of all nodes, oldest first. A recording holds every state and so every line. */
  logs: readonly LoggedLine[]
  /** What is cut or slow on a wired stage; absent while all links are whole. */
  links?: Links
  /** The load's figures, from its first start until the next stage or step. */
  traffic?: Traffic
  /** What COMMAND reports about each command, by the names in `docs`. */
  commandTable: CommandTable
  /** Which remarks of the lab are on. */
  feedback: Feedback
  /** The workshop that the learner has joined. */
  workshop?: Workshop
  /** The command docs of the running server; the bundled ones until it has replied. */
  docs: CommandDocs
}>

/**
 * `errors`: what an error means; `changes`: what a command changed; `hints`: the arguments that the typed line still expects;
 * `raw`: replies as `redis-cli --raw` prints them.
 */
export type Feedback = Readonly<{errors: boolean; changes: boolean; hints: boolean; raw?: boolean}>

export type LabEvent =
  | Readonly<{on: 'starting'; stage: Stage}>
  | Readonly<{on: 'ready'; roster: Roster}>
  /** `over`: the lines that had finished when the reading began; all lines if absent. */
  | Readonly<{on: 'polled'; snapshot: Snapshot; over?: FinishedLines}>
  /** New whole lines of a node's log. */
  | (Readonly<{on: 'heldUp'}> & HeldUp)
  | Readonly<{on: 'logged'; node: NodeName; lines: readonly string[]}>
  | Readonly<{on: 'typed'; id: number; by: By; typed: string; at: number; several?: true; held?: true}>
  /** A line that was held begins. */
  | Readonly<{on: 'begun'; id: number}>
  | Readonly<{on: 'ended'; id: number; outcome: Outcome}>
  | Readonly<{on: 'printed'; id: number; action: Action; replies: readonly Reply[]}>
  | Readonly<{on: 'told'; id: number; message: Message; fine?: true}>
  | Readonly<{on: 'redirected'; id: number; redirect: Redirect; from?: NodeName}>
  /** `log`: the node whose log it is from. */
  | Readonly<{on: 'shown'; id: number; excerpt: Excerpt; log?: NodeName}>
  | Readonly<{on: 'helped'; id: number; entries: readonly HelpEntry[]}>
  | (Readonly<{on: 'explained'; id: number}> & Sentence)
  | (Readonly<{on: 'lessonBegan'; id: number}> & LessonBegun)
  | Readonly<{on: 'finished'; id: number}>
  | Readonly<{on: 'connected'; node: NodeName; connection: Connection}>
  | Readonly<{on: 'used'; node: NodeName}>
  | Readonly<{on: 'queued'; lines: number}>
  | Readonly<{on: 'toolAsked'; question?: string}>
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
  /** The links are now these. `at`: ms since the epoch. */
  | Readonly<{on: 'linked'; links: Links; at: number}>
  | Readonly<{on: 'traffic'; event: TrafficEvent}>
  | Readonly<{on: 'workshop'; event: WorkshopEvent}>

/** The effects of a line that can be seen on the nodes. */
export type LineEffect = Readonly<{
  /** The nodes where keys were written. */
  wrote: readonly NodeName[]
  /** Whether a node's role, configuration or process was changed, and the nodes that were told to. */
  ordered: boolean
  to: readonly NodeName[]
  /** When the command was sent, and when the last reply arrived (ms since the epoch). */
  began: number
  over: number
}>

/** A time at which the lab itself did not run: the computer was busy or asleep. `at` in ms since the epoch. */
export type HeldUp = Readonly<{at: number; ms: number}>

/** A line whose effects are being watched. */
export type WatchedLine = LineEffect &
  Readonly<{
    /** The entry under which the effects are reported. */
    id: number
    /** How many lines ran so close together that their effects are reported as one. */
    lines: number
    before: Snapshot
    /** The effects at the last reading. */
    seen?: readonly Message[]
  }>

/** A line that was reported while links that it had ordered were not up yet. */
export type LinkingLine = LineEffect &
  Pick<WatchedLine, 'id' | 'lines' | 'before'> &
  Readonly<{nodes: readonly NodeName[]}>

/** The entries up to the id `upTo`, except those in `but`, which are running. */
export type FinishedLines = Readonly<{upTo: number; but: readonly number[]}>

/** Whether what happens on the nodes counts for a step. In free play nothing is checked, and leaving it starts new nodes. */
export function isJudged({play}: LabState): boolean {
  return play !== undefined && play.phase !== 'free'
}
