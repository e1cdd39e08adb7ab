import {type Reporter, type TestModule} from 'vitest/node'

/** Ends a run with one line that a machine can read: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // A file that could not even be loaded has no tests to fail.
    const broken = modules.filter(
      (module) => !module.ok() && ![...module.children.allTests('failed')].length,
    ).length
    const skipped = count('skipped')
    // After the summary of the default reporter, which prints in the same hook.
    setImmediate(() => {
      if (skipped > 0) console.log(`${skipped} WERE NOT RUN: see above why.`)
      console.log(
        `${count('passed')} passed, ${count('failed') + broken + unhandled.length} failed`,
      )
    })
  }
}
