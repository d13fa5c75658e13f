// The language and the colors: those that were chosen in this browser, else those that it prefers.

import {isLanguage, type Language} from '../../model/text/fill.ts'
import {type ColorScheme, preferredLanguage, preferredScheme} from '../draw/looks.tsx'

export type Looks = Readonly<{language: Language; scheme: ColorScheme}>

const [languageKey, schemeKey] = ['language', 'scheme']

export function readLooks(): Looks {
  const language = localStorage.getItem(languageKey) ?? ''
  const scheme = localStorage.getItem(schemeKey) ?? preferredScheme()
  return {
    language: isLanguage(language) ? language : (preferredLanguage() ?? 'en'),
    scheme: scheme === 'dark' ? 'dark' : 'light',
  }
}

export function keepLooks({language, scheme}: Looks): void {
  localStorage.setItem(languageKey, language)
  localStorage.setItem(schemeKey, scheme)
}
