/** @jsxImportSource preact */
// A lesson's text with its code and its strong words.

import {inline} from '../../views/draw/styled-text.ts'

export function Inline({text}: Readonly<{text: string}>) {
  return (
    <>
      {inline(text).map((span, i) => {
        // A part is identified by its place.
        const key = `${i}`
        if (span.tone === 'code') return <code key={key}>{span.text}</code>
        return span.tone === 'bright' ? <strong key={key}>{span.text}</strong> : span.text
      })}
    </>
  )
}
