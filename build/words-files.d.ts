// The words of a lesson are imported as text (build/markdown.js).
declare module '*.md' {
  const text: string
  export default text
}
