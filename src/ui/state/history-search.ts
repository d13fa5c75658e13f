// Ctrl-R: the history searched while the text to look for is being typed, as in bash. Pure.

import {type Editor, edit} from './line-editor.ts'

export type Search = Readonly<{
  query: string
  towards: 'older' | 'newer'
  /** The line it began from, with the history that is searched. */
  from: Editor
  /** The line found last, by its place in the history; that of the line itself before any was found. */
  at: number
  /** Nothing holds the query any more. */
  failed: boolean
  /** As it was a key ago: Backspace goes there. */
  before?: Search
}>

export function beginSearch(from: Editor, towards: Search['towards']): Search {
  return {query: '', towards, from, at: from.at, failed: false}
}

/** With more to look for: what was found is kept as long as it fits. */
export function widened(search: Search, text: string): Search {
  return looked({...search, query: search.query + text, before: search}, search.at)
}

export function backed(search: Search): Search {
  return search.before ?? search
}

/** The next line that holds the query, the other way round if `towards` has changed. */
export function again(search: Search, towards: Search['towards']): Search {
  const next = {...search, towards, before: search}
  return search.query === '' ? next : looked(next, search.at + (towards === 'older' ? -1 : 1))
}

/** What is shown: the line found, or the one it began from. */
export function foundText({from, at}: Search): string {
  return at === from.history.length ? from.text : (from.history[at] ?? '')
}

/** The line found is the line being typed; Up and Down go on from there. */
export function accepted(search: Search): Editor {
  const {from, at} = search
  if (at === from.at) return from
  const draft = from.at === from.history.length ? from.text : from.draft
  return {...edit(from, {edit: 'replace', text: foundText(search)}), at, draft}
}

function looked(search: Search, start: number): Search {
  const {query, towards, from} = search
  const step = towards === 'older' ? -1 : 1
  for (let at = start; at >= 0 && at < from.history.length + 1; at += step)
    if (at < from.history.length && from.history[at]?.includes(query)) return {...search, at, failed: false}
  return {...search, failed: true}
}
