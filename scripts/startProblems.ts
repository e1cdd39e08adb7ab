import {createServer} from 'node:net'
import {LakeError} from '../lake/errors.ts'
import {StudioBuildError} from './build-studio.ts'

/** Fails when nothing could listen there. */
export function checkAddress(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({host, port, exclusive: true}, () => probe.close(() => resolve()))
  })
}

/** What somebody who starts the server can do about an error; null for a mistake of ours. */
export function sentence(error: unknown): string | null {
  if (error instanceof LakeError || error instanceof StudioBuildError) return error.message
  if (!(error instanceof Error) || !('code' in error)) return null
  const {code} = error
  const path = 'path' in error ? String(error.path) : ''
  const address = `${'address' in error ? String(error.address) : ''}:${'port' in error ? String(error.port) : ''}`
  switch (code) {
    case 'EADDRINUSE':
      return `Something listens on ${address} already. Stop it, or choose another port with --port.`
    case 'EADDRNOTAVAIL':
      return `${address} is no address of this machine. Choose another one with --host.`
    case 'ENOTFOUND':
      return `The name given with --host is not known here: ${error.message}.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return path === ''
        ? `This user may not listen on ${address}. Choose a port above 1023 with --port.`
        : `This user may not write to ${path}. Choose another data folder with --data.`
    case 'EEXIST':
    case 'ENOTDIR':
      return `${path} is not a folder. Choose another data folder with --data.`
    default:
      return null
  }
}
