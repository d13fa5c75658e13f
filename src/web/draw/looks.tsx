/** @jsxImportSource preact */
// The language and the colors of a page, and the buttons that change them.

import type {Signal} from '@preact/signals'
import {isLanguage, type Language, languages} from '../../model/text/fill.ts'

export type ColorScheme = 'light' | 'dark'

/** The first language that the reader's browser asks for and we have. */
export function preferredLanguage(): Language | undefined {
  return navigator.languages.map(one => one.slice(0, 2)).find(isLanguage)
}

export function preferredScheme(): ColorScheme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

type LooksProps = Readonly<{
  language: Language
  setLanguage: (language: Language) => void
  scheme: Signal<ColorScheme>
  /** Names the colors that a press on the button brings. */
  nameOf: (scheme: ColorScheme) => string
}>

export function LooksButtons({language, setLanguage, scheme, nameOf}: LooksProps) {
  const other = scheme.value === 'dark' ? 'light' : 'dark'
  return (
    <>
      {languages.map(one => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => setLanguage(one)}
        >
          {{en: 'English', zh: '中文'}[one]}
        </button>
      ))}
      <button
        type="button"
        onClick={() => {
          scheme.value = other
        }}
      >
        {nameOf(other)}
      </button>
    </>
  )
}
