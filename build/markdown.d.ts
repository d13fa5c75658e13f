import type {Plugin} from 'vitest/config'

export function markdownAsText(): Plugin

declare module '*.md' {
  const text: string
  export default text
}
