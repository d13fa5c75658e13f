/** @jsxImportSource preact */
// Signs by shape: what they mean is always said in words beside them, and their color only repeats it.

const shapes = {
  here: 'M6 1a5 5 0 100 10A5 5 0 006 1z',
  away: 'M6 1a5 5 0 100 10A5 5 0 006 1zm0 2a3 3 0 110 6 3 3 0 010-6z',
  help: 'M6 .5L11.8 11H.2z',
  stuck: 'M6 0l6 6-6 6-6-6z',
  done: 'M1 6.2L2.6 4.5 4.8 6.8 9.6 1.6 11.2 3.2 4.8 10z',
  helper: 'M5 1h2v4h4v2H7v4H5V7H1V5h4z',
  locked: 'M3 5V3.5a3 3 0 016 0V5h1v6H2V5zm1.5 0h3V3.5a1.5 1.5 0 00-3 0z',
}
export type SignName = keyof typeof shapes

export function Sign({name}: Readonly<{name: SignName}>) {
  return (
    <svg class={`sign sign-${name}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d={shapes[name]} fill-rule="evenodd" />
    </svg>
  )
}
