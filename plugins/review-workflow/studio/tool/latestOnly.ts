export interface Asking {
  /** At once. */
  readonly ask: () => void
  /** After a pause, once for however many reasons come up meanwhile. */
  readonly askSoon: () => void
  /** Answers that are still on their way no longer count. */
  readonly stop: () => void
}

/** Asks, again and again; only the answer to the latest question is heard. */
export function latestOnly<Answer>(
  question: () => Promise<Answer>,
  onAnswer: (answer: Answer) => void,
  onError: (error: unknown) => void,
  onBusy: (busy: boolean) => void,
  pause: number,
): Asking {
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function ask(): void {
    const mine = ++latest
    onBusy(true)
    question().then(
      (answer) => mine === latest && heard(() => onAnswer(answer)),
      (error: unknown) => mine === latest && heard(() => onError(error)),
    )
  }

  function heard(tell: () => void): void {
    onBusy(false)
    tell()
  }

  return {
    ask,
    askSoon: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        ask()
      }, pause)
    },
    stop: () => {
      latest += 1
      clearTimeout(timer)
    },
  }
}
