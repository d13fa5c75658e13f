// What an instructor does next, from how the room has answered a question: peer instruction's rules. Pure.

/** Answers of less than this part of the room are too few to tell. */
const enoughAnswered = 0.5
/** Below `few` of the answers are right: explain it again. From `most` on: go on. Between them, neighbors convince each other. */
const right = {few: 0.3, most: 0.7}
/** Of a poll, which has no right answer. */
const agreed = 0.7
const even = 0.5

/**
 * `wait`: too few have answered. `explain`: few are right. `discuss`: let them discuss, and ask again. `goOn`: most are right. `agreed`, `leaning`, `split`:
 * of a question without a right answer.
 */
export type Advice = 'wait' | 'explain' | 'discuss' | 'goOn' | 'agreed' | 'leaning' | 'split'

export type Split = Readonly<{
  /** Option -> how many chose it. */
  answers: Readonly<Record<string, number>>
  /** How many could answer. */
  asked: number
  /** The right option, if there is one. */
  answer?: string | undefined
}>

export function adviceFor({answers, asked, answer}: Split): Advice {
  const counts = Object.values(answers)
  const answered = counts.reduce((sum, n) => sum + n, 0)
  if (answered === 0 || answered < asked * enoughAnswered) return 'wait'
  if (answer === undefined) {
    const largest = Math.max(...counts) / answered
    if (largest >= agreed) return 'agreed'
    return largest > even ? 'leaning' : 'split'
  }
  const good = (answers[answer] ?? 0) / answered
  if (good >= right.most) return 'goOn'
  return good < right.few ? 'explain' : 'discuss'
}
