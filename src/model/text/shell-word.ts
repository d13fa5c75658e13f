// The name of a file as a word of a command that is shown to be copied.

/** In single quotes, as sh, zsh and fish read it, if it has any sign that a shell might take for its own. */
export function shellWord(name: string): string {
  return /^[\w@%+:,./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`
}
