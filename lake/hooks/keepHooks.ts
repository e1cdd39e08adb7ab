import {type HookRunner} from './runner.ts'
import {type Hooks} from './hooks.ts'

const day = 24 * 60 * 60 * 1000
/** How long what is over stays in the log. */
const remembered = 30 * day
const longestSleep = 60_000

/**
 * Runs whenever something is committed or due, and looks for what is left from the last time at once.
 * Returns how to stop.
 */
export function keepHooks(
  hooks: Hooks,
  runner: HookRunner,
  {now, log}: {readonly now: () => Date; readonly log: (line: string) => void},
): () => void {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let isRunning = false
  let isAskedAgain = false
  let forgotAt = 0

  const forget = () => {
    const at = now().getTime()
    if (at - forgotAt < day) return
    forgotAt = at
    hooks.store.forget(new Date(at - remembered).toISOString())
  }
  const sleep = () => {
    clearTimeout(timer)
    const due = runner.nextDue()
    const wait = due === null ? longestSleep : Date.parse(due) - now().getTime()
    timer = setTimeout(run, Math.min(Math.max(wait, 0), longestSleep))
    timer.unref()
  }
  const turn = async () => {
    forget()
    await runner.scan()
    if (isStopped) return
    // A slow receiver must not hold up what the others hear.
    void runner.deliver().then(({sent}) => {
      if (sent > 0 && !isStopped) run()
    }, failed)
  }
  const failed = (error: unknown) => {
    if (!isStopped) log(`Webhooks failed: ${String(error)}`)
  }
  const run = () => {
    if (isRunning) {
      isAskedAgain = true
      return
    }
    isRunning = true
    turn()
      .catch(failed)
      .finally(() => {
        isRunning = false
        if (isStopped) return
        const again = isAskedAgain
        isAskedAgain = false
        if (again) run()
        else sleep()
      })
  }

  const unfollow = hooks.follow(run)
  run()
  return () => {
    isStopped = true
    unfollow()
    clearTimeout(timer)
  }
}
