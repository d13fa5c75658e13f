// The table that says what runs each kind of line. A new kind that is missing here does not compile.

import type {Line} from '../../model/prompt/line.ts'
import type {UiRequest} from '../../model/prompt/requests.ts'
import type {By} from '../../model/state/lab-state.ts'
import type {CommandRunner} from './command-runner.ts'
import type {Course} from './course.ts'
import type {LabCommands} from './lab-commands.ts'
import type {LinkCommands} from './link-commands.ts'
import type {RoomCommands} from './room-commands.ts'
import type {StageQueue} from './stage-queue.ts'
import type {TrafficController} from './traffic-controller.ts'
import type {Transcript} from './transcript.ts'

/** A line as typed; `options`: the option ids of the open question. */
export type Typed = Readonly<{typed: string; by: By; options: readonly string[]}>

type Kind = Line['is']
type Handler<Is extends Kind> = (
  line: Extract<Line, {is: Is}>,
  typed: Typed,
) => Promise<void> | Promise<UiRequest | undefined> | UiRequest | undefined

export type LineHandlers = Readonly<{[Is in Kind]: Handler<Is>}>

export type LineHandlersNeeds = Readonly<{
  transcript: Pick<Transcript, 'write' | 'say' | 'note'>
  stageQueue: Pick<StageQueue, 'over'>
  commands: Pick<CommandRunner, 'run' | 'runTool' | 'onWires'>
  labCommands: Pick<LabCommands, keyof LabCommands>
  links: Pick<LinkCommands, 'handle'>
  traffic: Pick<TrafficController, 'handle'>
  course: Pick<Course, 'move' | 'open' | 'isOver'>
  room: Pick<RoomCommands, 'handle'>
}>

export function lineHandlers(needs: LineHandlersNeeds): LineHandlers {
  const {transcript, stageQueue, commands, labCommands, links, traffic, course, room} = needs
  const inEntry = ({typed, by}: Typed, work: (id: number) => Promise<void> | void) =>
    transcript.write(typed, by, work)
  const onFile = async (from: Typed, work: (id: number) => Promise<void>) => {
    // Nodes that are starting have no files yet. The lab's own lines run while they are prepared.
    if (from.by !== 'lab') await stageQueue.over()
    await inEntry(from, work)
  }
  return {
    empty: () => undefined,
    ui: ({request}) => request,
    actions: (line, {typed, by}) => commands.run(typed, by, line),
    tool: (line, {typed, by}) => commands.runTool(typed, by, tool => labCommands.tool(line, tool)),
    traffic: ({request}, from) => inEntry(from, id => traffic.handle(request, id, from.by)),
    links: async ({request}, {typed, by}) => {
      // The links of nodes that are starting are not there yet. The lab's own lines run while they are prepared.
      if (by !== 'lab') await stageQueue.over()
      await commands.onWires(typed, by, request.do === 'heal', id => links.handle(request, id))
    },
    move: async ({move}, from) => {
      await inEntry(from, id => course.move(move, id))
      return move === 'next' && course.isOver() ? {ui: 'summary'} : undefined
    },
    room: ({request}, from) => inEntry(from, id => room.handle(request, id)),
    open: ({lesson, step}, from) => inEntry(from, () => course.open(lesson, step)),
    log: (line, from) => onFile(from, id => labCommands.showFile(line, id)),
    conf: (line, from) => onFile(from, id => labCommands.showFile(line, id)),
    configure: (line, from) => onFile(from, id => labCommands.configure(line, id)),
    rejected: ({because, fine}, from) =>
      inEntry(from, id => (fine ? transcript.note(id, because) : transcript.say(id, because))),
    use: (line, from) => inEntry(from, id => labCommands.use(line, id)),
    follow: (line, from) => inEntry(from, id => labCommands.follow(line, id)),
    feedback: (line, from) => inEntry(from, id => labCommands.feedback(line, id)),
    explain: (line, from) => inEntry(from, id => labCommands.explain(line, id)),
    timeline: (line, from) => inEntry(from, id => labCommands.timeline(line, id)),
    help: (line, from) => inEntry(from, id => labCommands.help(line, id)),
    answer: ({option}, from) => inEntry(from, id => labCommands.answer(from.options[option - 1] ?? '', id)),
  }
}

/** Runs a line; returns its request to the screen, if it has one. */
export async function runLine(
  handlers: LineHandlers,
  line: Line,
  typed: Typed,
): Promise<UiRequest | undefined> {
  // Each handler takes its own kind, which the compiler cannot pair with the name looked up here.
  const handle = handlers[line.is] as Handler<Kind>
  return (await handle(line, typed)) ?? undefined
}
