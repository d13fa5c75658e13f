type Size = Readonly<{width: number; height: number}>
type Rows = Readonly<{y1: number; y2: number}>
type Columns = Readonly<{x1?: number; x2?: number}>

/** Ink's `Output`. */
export default class JoinedOutput {
  constructor(size: Size)
  write(
    x: number,
    y: number,
    text: string,
    options: {transformers: ((line: string, index: number) => string)[]},
  ): void
  clip(clip: Rows & Columns): void
  unclip(): void
  get(): {output: string; height: number}
}
