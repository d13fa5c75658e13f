// How much anybody may ask of a hub. Failures are limited by address, never successes: 500 learners may share one address.

import {RateLimiterMemory} from 'rate-limiter-flexible'

const minute = 60
const rules = {
  /** wrong codes of one address, and of all */
  codes: {points: 10, duration: minute},
  allCodes: {points: 200, duration: minute},
  /** requests of one learner: 5 a second, 20 at once */
  requests: {points: 20, duration: 4},
  /** bytes of one learner's requests: 20 kB a second */
  bytes: {points: 80 * 1024, duration: 4},
  /** events of one learner; a whole outbox, after the hub lost its store, takes 20 s */
  events: {points: 400, duration: 4},
  /** raised and lowered flags of one learner */
  flags: {points: 5, duration: 5},
  /** pictures of a room */
  snapshots: {points: 1, duration: 1},
} as const

export type Rule = keyof typeof rules

export class Limiter {
  readonly #limiters = Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, new RateLimiterMemory(rule)]),
  ) as Record<Rule, RateLimiterMemory>

  /**
   * Counts `points` for `who`, at once: before it first waits for anything. Resolves to the seconds to wait if that was too much, else to
   * undefined. More points than a rule has are all that it has, so that nothing is refused forever.
   */
  async refuses(rule: Rule, who: string, points = 1): Promise<number | undefined> {
    return this.#limiters[rule].consume(who, Math.min(points, rules[rule].points)).then(
      () => undefined,
      ({msBeforeNext}: Readonly<{msBeforeNext: number}>) => Math.max(1, Math.ceil(msBeforeNext / 1000)),
    )
  }

  /** As `refuses`, without counting. */
  async isUsedUp(rule: Rule, who: string): Promise<number | undefined> {
    const found = await this.#limiters[rule].get(who)
    if (!found || found.remainingPoints > 0) return undefined
    return Math.max(1, Math.ceil(found.msBeforeNext / 1000))
  }
}
