import {type TestProject} from 'vitest/node'
import {prepareSite} from '../../../scripts/siteBuild.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether the example site could be installed and built. */
    readonly siteIsBuilt: boolean
  }
}

/** Before any test of the example site: its dependencies are installed and it is built, or everybody hears why not. */
export default async function setup({provide}: TestProject): Promise<void> {
  const problem = await prepareSite().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  provide('siteIsBuilt', problem === null)
  // Where nothing may be left out unnoticed.
  if (problem !== null && process.env['SITE_TESTS'] === 'required') throw new Error(problem)
  if (problem !== null) {
    const line = '!'.repeat(96)
    console.warn(`${line}\nTHE TESTS OF THE EXAMPLE SITE ARE NOT RUN.\n${problem}\n${line}`)
  }
}
