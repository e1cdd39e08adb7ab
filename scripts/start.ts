import {enableCompileCache} from 'node:module'
import {join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {steadyWasm} from './steadyWasm.ts'

const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'restwell-studio')

/** `npm start`. What Node makes of our sources is kept for the next start, and for threads. */
setFlagsFromString(steadyWasm)
enableCompileCache(cache)
process.env['NODE_COMPILE_CACHE'] = cache
await import('./serve.ts')
