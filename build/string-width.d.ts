import type {Options} from 'string-width'

export default function width(text: string, options?: Options): number
