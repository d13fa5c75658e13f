// A command's help as data, and as the text that redis-cli prints.

/** The help of one command; `group` is absent when a whole group is listed. */
export type HelpEntry = Readonly<{
  name: string
  syntax: string
  summary: string
  since: string
  group?: string
}>

/** A line of the help; labels are redis-cli's own, in English in every language. */
export type HelpLine = Readonly<{name: string; syntax: string}> | Readonly<{label: string; text: string}>

/** The lines of one entry, without those that the server does not tell. Print a blank line before and after each entry. */
export function linesOf({name, syntax, summary, since, group}: HelpEntry): readonly HelpLine[] {
  return [
    {name, syntax},
    ...(summary === '' ? [] : [{label: 'summary:', text: summary}]),
    ...(since === '' ? [] : [{label: 'since:', text: since}]),
    ...(group === undefined ? [] : [{label: 'group:', text: group}]),
  ]
}

/** The text that redis-cli prints, without the last newline. */
export function helpText(entries: readonly HelpEntry[]): string {
  const texts = entries.map(entry =>
    linesOf(entry)
      .map(line => ('name' in line ? `  ${line.name} ${line.syntax}` : `  ${line.label} ${line.text}`))
      .join('\n'),
  )
  return `\n${texts.map(text => `${text}\n`).join('\n')}`
}
