// Looking at the screen until it shows something: the question is asked again at each new frame, and a failure shows what was last seen.

/** A text, a pattern, or a question on the screen's text. */
export type Wanted = string | RegExp | ((screen: string) => boolean)

/** `within` in ms; 10 s when not said. */
export type Limit = Readonly<{within?: number}>

export type Looks = Readonly<{
  /** Resolves with the first screen of which `holds` is true. Throws with the last screen when it is late, or the program has ended. */
  until(holds: (screen: string) => boolean, what: string, limit?: Limit): Promise<string>
  /** The screen may have changed. */
  again(): void
  /** The program has ended, and the screen will not change any more. */
  end(): void
}>

/** `amidUpdate`: whether the program has an update open, so that the screen still is the frame before it. */
export function openLooks(screen: () => string, amidUpdate: () => boolean): Looks {
  const looks = new Set<() => void>()
  let ended = false
  const again = () => {
    for (const look of looks) look()
  }
  const failure = (why: string) => {
    const remark = amidUpdate() ? ' An update is open: this is the frame before it.' : ''
    return new Error(`${why}${remark}\n${framed(screen())}`)
  }
  return {
    again,
    end() {
      ended = true
      again()
    },
    until(holds, what, {within = 10_000} = {}) {
      return new Promise((resolve, reject) => {
        const stop = () => {
          looks.delete(look)
          clearTimeout(timer)
        }
        const fail = (why: string) => {
          stop()
          reject(failure(why))
        }
        const look = () => {
          const text = screen()
          if (holds(text)) {
            stop()
            resolve(text)
          } else if (ended) fail(`The program ended and the screen did not ${what}.`)
        }
        const timer = setTimeout(() => fail(`The screen did not ${what} within ${within} ms.`), within)
        looks.add(look)
        look()
      })
    },
  }
}

export function isSeen(wanted: Wanted, screen: string): boolean {
  if (typeof wanted === 'string') return screen.includes(wanted)
  if (typeof wanted === 'function') return wanted(screen)
  return screen.search(wanted) >= 0
}

export function nameOf(wanted: Wanted): string {
  if (typeof wanted === 'string') return JSON.stringify(wanted)
  return typeof wanted === 'function' && wanted.name !== '' ? wanted.name : String(wanted)
}

/** The screen as a block of an error's message. */
export function framed(screen: string): string {
  const rows = screen.split('\n').map(row => `│${row}`)
  return ['┌── the screen', ...rows, '└──'].join('\n')
}
