// Lets a lesson import its words: `import en from './en.md'` is the file's text. Used by the bundler and by vitest.
export function markdownAsText() {
  return {
    name: 'markdown-as-text',
    transform(code, id) {
      if (!id.endsWith('.md')) return undefined
      return {code: `export default ${JSON.stringify(code)}`, map: null, moduleType: 'js'}
    },
  }
}
