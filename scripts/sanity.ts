import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {LakeAddressError, sanityEnvironment} from './sanityTools.ts'

/**
 * `npm run --silent sanity -- <command>`: Sanity's own command line, on this lake instead of the hosted service.
 * The lake is `SANITY_STUDIO_API_HOST`, or the port `PORT` on this machine; the token is `SANITY_AUTH_TOKEN`, or that of
 * `sanity login`.
 */
try {
  const cli = join(import.meta.dirname, '..', 'node_modules', 'sanity', 'bin', 'sanity')
  const env = sanityEnvironment(process.env)
  const child = spawn(process.execPath, [cli, ...process.argv.slice(2)], {env, stdio: 'inherit'})
  child.once('close', (code) => (process.exitCode = code ?? 1))
} catch (error) {
  if (!(error instanceof LakeAddressError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
