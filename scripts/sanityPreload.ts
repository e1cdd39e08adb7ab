import dns from 'node:dns'
import {syncBuiltinESMExports} from 'node:module'
import os from 'node:os'
import {join} from 'node:path'

/**
 * Loaded before Sanity's command line (see sanity.ts): `<project>.<host>` is found where `<host>` is, and whoever signs
 * in here stays signed in at the hosted service too, since the CLI keeps its session in a home of its own.
 */
const own = URL.parse(process.env['SANITY_INTERNAL_ENV'] ?? '')?.hostname ?? 'localhost'

const lookup = dns.lookup as (host: string, ...rest: unknown[]) => void
dns.lookup = ((host: string, ...rest: unknown[]) =>
  lookup(host.endsWith(`.${own}`) ? own : host, ...rest)) as typeof dns.lookup

const home = join(import.meta.dirname, '..', '.sanity', 'home')
os.homedir = () => home
syncBuiltinESMExports()
