import type {Plugin} from 'vitest/config'

export function markdownAsText(): Plugin
