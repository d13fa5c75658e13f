// Escaping for Markdown: text from outside must not become a heading, link, image or HTML.

import {sanitizeForFile} from './sanitize.ts'

/** Characters with a meaning anywhere in a line. An underscore within a word, or an ampersand that begins no entity, has none. */
const marks = /[\\`*[\]<>|~$]|(?<!\w)_|_(?!\w)|&(?=[#\w])/g
/** Characters with a meaning at the start of a line: headings, lists, underlines. */
const beginning = /^[#+=-]|(?<=^\d+)[.)]/

/** Escapes text so that Markdown shows it unchanged, on one line. */
export function escapeMarkdown(text: string): string {
  return sanitizeForFile(text.replaceAll(/[\t-\r \u0085\u2028\u2029]+/g, ' '))
    .replace(marks, '\\$&')
    .replace(beginning, '\\$&')
}

/** Escapes a lesson's text but keeps its `code` and **strong**. */
export function lessonMarkdown(text: string): string {
  return sanitizeForFile(text)
    .split(/(`[^`]+`|\*\*[^*`]+\*\*)/)
    .map((part, i) => {
      if (i % 2 === 0) return escapeMarkdown(part)
      return part.startsWith('`') ? part : `**${escapeMarkdown(part.slice(2, -2))}**`
    })
    .join('')
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const row = (cells: readonly (string | number)[]) =>
    `| ${cells.map(cell => String(cell).replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}
