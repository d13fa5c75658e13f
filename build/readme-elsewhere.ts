// A README where its repository is not around it, as on the page of a registry.

/** The address of a file: `raw` as it is, for pictures; `blob` as a page. */
export type FileAddress = (kind: 'raw' | 'blob', path: string) => string

/**
 * Pictures and links to files get whole addresses. Without an address, a picture is left out, and a link becomes its words: the guides are in
 * the package.
 */
export function readmeElsewhere(readme: string, address: FileAddress | undefined): string {
  const text = readme.replace(link, (_, mark: string, words: string, path: string) => {
    if (address) return `${mark}[${words}](${address(mark === '!' ? 'raw' : 'blob', path)})`
    return mark === '!' ? '' : words
  })
  return text.replace(/\n{3,}/g, '\n\n')
}

/** `[words](path)`, a picture with `!` before it; not to another site or to a heading of the same page, and not in a prompt such as `[2](TX)`. */
const link = /(!?)\[([^\]]+)\]\((?![a-z]+:|#)([\w./-]+\.\w+|LICENSE)\)/g
