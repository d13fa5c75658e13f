// The browsers that may use the instructor's page: a link that works once is exchanged for a cookie. Only hashes are kept, in memory and on disk.

import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {writeWhole} from '../platform/whole-file.ts'
import {newStaffToken} from './codes.ts'

/** Browsers that are known at once; an older one needs a new link. */
const mostSessions = 8
/** Links that nobody has opened yet: a newer one replaces an older. */
const mostLinks = 2

export class StaffSessions {
  readonly #file: string
  #sessions: readonly string[]
  #links: readonly string[] = []

  /** `file`: where the sessions are kept, so that a page goes on after its hub was started again. */
  static async open(file: string): Promise<StaffSessions> {
    const text = await readFile(file, 'utf8').catch(() => '')
    return new StaffSessions(
      file,
      text.split('\n').filter(line => /^[0-9a-f]{64}$/.test(line)),
    )
  }

  private constructor(file: string, sessions: readonly string[]) {
    this.#file = file
    this.#sessions = sessions
  }

  /** A token for one opening of the page. */
  newLink(): string {
    const token = newStaffToken()
    this.#links = [...this.#links, hash(token)].slice(-mostLinks)
    return token
  }

  /** Resolves to the secret of a new session, or undefined if the token opens nothing, or has done so before. */
  async exchange(token: string): Promise<string | undefined> {
    const hashed = hash(token)
    if (!this.#links.includes(hashed)) return undefined
    this.#links = this.#links.filter(link => link !== hashed)
    const session = newStaffToken()
    this.#sessions = [...this.#sessions, hash(session)].slice(-mostSessions)
    await writeWhole(this.#file, `${this.#sessions.join('\n')}\n`, 0o600)
    return session
  }

  has(session: string): boolean {
    return this.#sessions.includes(hash(session))
  }
}

/** Comparing hashes tells nobody how much of a guess was right. */
function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
