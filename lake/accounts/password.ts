import {randomBytes, scrypt, timingSafeEqual, type ScryptOptions} from 'node:crypto'

import {LakeError} from '../errors.ts'

/** OWASP's figures for scrypt (32 MiB, about a tenth of a second). Stored with each hash, so they may grow. */
const cost = {N: 2 ** 15, r: 8, p: 1}
const maxmem = 128 * 1024 * 1024
const keyLength = 32
/** Hashing takes memory and threads; past this many at once we say so rather than queue without end. */
const mostAtOnce = 32
let running = 0

/** `scrypt$N$r$p$salt$key`, which is all that `matchesPassword` needs. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join(
    '$',
  )
}

/** Compares in constant time. With no hash (nobody has that e-mail) it takes just as long to say no. */
export async function matchesPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = (hash ?? nobody).split('$')
  const expected = Buffer.from(key ?? '', 'base64')
  const given = await derive(password, Buffer.from(salt ?? '', 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return hash !== null && expected.length === given.length && timingSafeEqual(expected, given)
}

const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${randomBytes(16).toString('base64')}$`

async function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  if (running >= mostAtOnce) {
    throw new LakeError('tooManyRequests', 'Too many people are signing in at once. Try again.', {
      retryAfterSeconds: 2,
    })
  }
  running += 1
  try {
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize('NFKC'), salt, keyLength, {...options, maxmem}, (error, key) =>
        error ? reject(error) : resolve(key),
      ),
    )
  } finally {
    running -= 1
  }
}
