// Lets a lesson import its text: `import en from './en.md'` gives the file's content. For vitest; the build packs the words (packed-data.js).
export function markdownAsText() {
  return {
    name: 'markdown-as-text',
    transform(code, id) {
      if (!id.endsWith('.md')) return undefined
      return {code: `export default ${JSON.stringify(code)}`, map: null, moduleType: 'js'}
    },
  }
}
