// The history file: read once, and added to line by line, under a lock, so that labs that run at once lose nothing of each other's. For its owner's
// eyes only. What goes into it is src/model/prompt/history.ts.

import {appendFile, mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {historyText, isKept, mostHistory, parseHistory} from '../../model/prompt/history.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {takeLock} from '../../platform/file-lock.ts'

export type History = Readonly<{
  /** What was typed before, oldest first. */
  lines: readonly string[]
  /** Adds what was typed now, unless it is a secret. */
  keep: (lines: readonly string[]) => void
  /** Settles when all is written, with why it is not, if so: a lab goes on without. */
  close: () => Promise<Message | undefined>
}>

/** The lock is held for as long as one small file takes; an older one was left by a crash. ms */
const oldestLock = 5000

/** Never rejects. */
export async function openHistory(file: string): Promise<History> {
  let fault: Message | undefined
  const failed = (error: Error) => {
    fault ??= message('error.history', {file, cause: error.message})
  }
  const lines = await read(file).catch((error: Error) => {
    failed(error)
    return []
  })
  let last = lines.at(-1)
  let writing = Promise.resolve()
  return {
    lines,
    keep(typed) {
      const kept = typed.filter(line => {
        const keeps = isKept(line, last)
        if (keeps) last = line
        return keeps
      })
      // What cannot be read is not written to either.
      if (kept.length > 0) writing = writing.then(() => (fault ? undefined : add(file, kept).catch(failed)))
    },
    async close() {
      await writing
      return fault
    },
  }
}

async function read(file: string): Promise<readonly string[]> {
  try {
    return parseHistory(await readFile(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function add(file: string, lines: readonly string[]) {
  const folder = dirname(file)
  await mkdir(folder, {recursive: true})
  await using _ = await takeLock(folder, {maxAge: oldestLock})
  await appendFile(file, historyText(lines), {mode: 0o600})
  const text = await readFile(file, 'utf8')
  // Only now and then: it is all written anew.
  if (text.split('\n').length > mostHistory * 1.5) await shorten(file, text)
}

async function shorten(file: string, text: string) {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, historyText(parseHistory(text)), {mode: 0o600})
  await rename(draft, file)
}
