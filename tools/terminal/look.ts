// Waits until the screen shows something: checks each new frame, and an error shows the last one.

/** A text, a pattern, or a predicate on the screen's text. */
export type Wanted = string | RegExp | ((screen: string) => boolean)

/** `within`: ms, 20 s by default: a program may have to wait for the processor. */
export type Limit = Readonly<{within?: number}>

export type Looks = Readonly<{
  /** Resolves with the first screen for which `holds` is true. Throws with the last screen if time runs out or the program ends. */
  until(holds: (screen: string) => boolean, what: string, limit?: Limit): Promise<string>
  /** Call when the screen may have changed. */
  again(): void
  /** Call when the program has ended and the screen no longer changes. */
  end(): void
}>

/** `amidUpdate`: true while the program has an update open, so that the screen is still the previous frame. */
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
    until(holds, what, {within = 20_000} = {}) {
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

/** The screen, for an error message. */
export function framed(screen: string): string {
  const rows = screen.split('\n').map(row => `│${row}`)
  return ['┌── the screen', ...rows, '└──'].join('\n')
}
