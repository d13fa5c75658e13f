// The transcript on the screen, as text of its own.

/** Waits for `wanted` in the transcript, whatever stands beside it: `lab.waitFor(printed('> PING\n PONG'))`. */
export function printed(wanted: string | RegExp): (screen: string) => boolean {
  const shown = (screen: string) => {
    const text = transcriptOf(screen)
    return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
  }
  // A wait that fails says this.
  return Object.defineProperty(shown, 'name', {value: `${wanted}`})
}

/** Its rows without borders and without the pane on their left; every row of a screen without borders. */
export function transcriptOf(screen: string): string {
  const rows = screen.split('\n').map(row => (/^[│├╭╰]/.test(row) ? row.split(/[│├┤]/).at(-2) : row))
  return rows.map(row => row?.trimEnd() ?? '').join('\n')
}
