// Prints what is told while a server is fetched. Steps that count are one line: a terminal's is rewritten, in a pipe or a file only the last count of each stands.

import {type Language, type Message, translate} from '../model/text/messages.ts'

type Printer = Readonly<{
  tell: (message: Message) => void
  /** Ends the line of the last count. */
  end: () => void
}>

const counting: ReadonlySet<Message['key']> = new Set([
  'provide.lists',
  'provide.packages',
  'provide.unpack',
  'provide.download',
  'provide.unpackRelease',
] as const)

/** To the beginning of the line, and the line cleared. */
const again = '\r\u001b[K'

/** @param printLine prints any other message. */
export function progressPrinter(
  language: Language,
  printLine: (message: Message) => void,
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
): Printer {
  let last: Message | undefined

  function end() {
    if (last === undefined) return
    if (stream.isTTY) stream.write('\n')
    else printLine(last)
    last = undefined
  }

  function tell(message: Message) {
    const counts = counting.has(message.key)
    if (!counts || (!stream.isTTY && message.key !== last?.key)) end()
    if (!counts) return printLine(message)
    if (stream.isTTY) stream.write(`${again}${translate(language, message)}`)
    last = message
  }

  return {tell, end}
}
