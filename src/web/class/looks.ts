// The language and the colors: those that were chosen in this browser, else those that it prefers.

import {isLanguage, type Language} from '../../model/text/fill.ts'

export type Looks = Readonly<{language: Language; scheme: 'light' | 'dark'}>

const [languageKey, schemeKey] = ['language', 'scheme']

export function readLooks(): Looks {
  const language = localStorage.getItem(languageKey) ?? ''
  const preferred = navigator.language.startsWith('zh') ? 'zh' : 'en'
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const scheme = localStorage.getItem(schemeKey) ?? (dark ? 'dark' : 'light')
  return {
    language: isLanguage(language) ? language : preferred,
    scheme: scheme === 'dark' ? 'dark' : 'light',
  }
}

export function keepLooks({language, scheme}: Looks): void {
  localStorage.setItem(languageKey, language)
  localStorage.setItem(schemeKey, scheme)
}
