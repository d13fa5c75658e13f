// Text that is put into Markdown. What comes from outside must stay text there: no heading, link, image or HTML of its own.

import {sanitize} from './sanitize.ts'

/** What means something anywhere in a line. Within a word an underscore is only itself, and so is an ampersand that begins no entity. */
const marks = /[\\`*[\]<>|~$]|(?<!\w)_|_(?!\w)|&(?=[#\w])/g
/** What means something where a line or an item begins: a heading, a list, an underline. */
const beginning = /^[#+=-]|(?<=^\d+)[.)]/

/** Any text as Markdown that shows just that, on one line. */
export function escapeMarkdown(text: string): string {
  return sanitize(text.replaceAll(/\s+/g, ' ')).replace(marks, '\\$&').replace(beginning, '\\$&')
}

/** Text of a lesson: its `code` and **strong** are marks, everything else is text. */
export function lessonMarkdown(text: string): string {
  return sanitize(text)
    .split(/(`[^`]+`|\*\*[^*`]+\*\*)/)
    .map((part, i) => {
      if (i % 2 === 0) return escapeMarkdown(part)
      return part.startsWith('`') ? part : `**${escapeMarkdown(part.slice(2, -2))}**`
    })
    .join('')
}
