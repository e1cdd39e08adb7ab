import {enableCompileCache} from 'node:module'
import {join} from 'node:path'

const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'restwell-studio')

/** `npm start`. What Node makes of our sources is kept for the next start, and for threads. */
enableCompileCache(cache)
process.env['NODE_COMPILE_CACHE'] = cache
await import('./serve.ts')
