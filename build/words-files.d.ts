// A lesson's words come in as text (build/markdown.js).
declare module '*.md' {
  const text: string
  export default text
}
