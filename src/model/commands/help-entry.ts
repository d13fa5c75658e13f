// One command's help as data, and as redis-cli prints it.

/** A command's four lines. `group` is not repeated where all of a group is listed. */
export type HelpEntry = Readonly<{
  name: string
  syntax: string
  summary: string
  since: string
  group?: string
}>

/** A line of the help: what is labelled is labelled in redis-cli's words, which are English. */
export type HelpLine = Readonly<{name: string; syntax: string}> | Readonly<{label: string; text: string}>

/** The lines of each entry; between them, and around all, stands a blank line. */
export function linesOf({name, syntax, summary, since, group}: HelpEntry): readonly HelpLine[] {
  return [
    {name, syntax},
    {label: 'summary:', text: summary},
    {label: 'since:', text: since},
    ...(group === undefined ? [] : [{label: 'group:', text: group}]),
  ]
}

/** As redis-cli prints it, without the last newline. */
export function helpText(entries: readonly HelpEntry[]): string {
  const texts = entries.map(entry =>
    linesOf(entry)
      .map(line => ('name' in line ? `  ${line.name} ${line.syntax}` : `  ${line.label} ${line.text}`))
      .join('\n'),
  )
  return `\n${texts.map(text => `${text}\n`).join('\n')}`
}
