// Ctrl-R: searches the history while the query is being typed, as in bash. Pure.

import {type Editor, edit} from './line-editor.ts'

export type Search = Readonly<{
  query: string
  towards: 'older' | 'newer'
  /** The line before the search, with the history. */
  from: Editor
  /** Index of the line found last; before the first match, that of the line being typed. */
  at: number
  /** No further line contains the query. */
  failed: boolean
  /** The search before the last key, for Backspace. */
  before?: Search
}>

export function beginSearch(from: Editor, towards: Search['towards']): Search {
  return {query: '', towards, from, at: from.at, failed: false}
}

/** With a longer query; the line found stays as long as it contains the query. */
export function widened(search: Search, text: string): Search {
  return looked({...search, query: search.query + text, before: search}, search.at)
}

export function backed(search: Search): Search {
  return search.before ?? search
}

/** The next line that contains the query, in the direction of `towards`. */
export function again(search: Search, towards: Search['towards']): Search {
  const next = {...search, towards, before: search}
  return search.query === '' ? next : looked(next, search.at + (towards === 'older' ? -1 : 1))
}

/** The line found, or the one before the search. */
export function foundText({from, at}: Search): string {
  return at === from.history.length ? from.text : (from.history[at] ?? '')
}

/** Ends the search with the line found; Up and Down continue from its place. */
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
