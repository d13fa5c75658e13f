// How a shell is started without the user's settings, to try or to show its completion.

import type {Shell} from '../../src/program/commands.ts'

/** `first`: what makes it ready for the completion script. */
export const shellStarts: Readonly<Record<Shell, Readonly<{args: readonly string[]; first: string}>>> = {
  bash: {args: ['--norc', '--noprofile', '-i'], first: 'true'},
  zsh: {args: ['-f', '-i'], first: 'autoload -U compinit; compinit -D -u'},
  fish: {args: ['--no-config', '-i'], first: "function fish_prompt; printf '$ '; end"},
}

export const shellEnvironment = {TERM: 'xterm-256color', PS1: '$ ', fish_greeting: ''}
