// The transcript on the screen, as text of its own.

/**
 * Waits for `wanted` in the transcript, whatever stands beside it: `lab.waitFor(printed('> PING\n PONG'))`. A string is found wherever its lines are broken.
 */
export function printed(wanted: string | RegExp): (screen: string) => boolean {
  const shown = (screen: string) => {
    const text = transcriptOf(screen)
    return typeof wanted === 'string' ? squeezed(text).includes(squeezed(wanted)) : wanted.test(text)
  }
  // A wait that fails says this.
  return Object.defineProperty(shown, 'name', {value: `${wanted}`})
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '')
}

/** Its rows without borders and without the pane on their left; every row of a screen without borders. */
export function transcriptOf(screen: string): string {
  const rows = screen.split('\n').map(row => (/^[│├╭╰]/.test(row) ? row.split(/[│├┤]/).at(-2) : row))
  return rows.map(row => row?.trimEnd() ?? '').join('\n')
}
