import {expect, test} from 'vitest'
import {LakeAddressError, sanityEnvironment} from '../../scripts/sanityTools.ts'

test.each([
  [{}, 'http://localhost:3333'],
  [{PORT: '4000'}, 'http://localhost:4000'],
  [{SANITY_STUDIO_API_HOST: 'http://127.0.0.1:3900/'}, 'http://localhost:3900'],
  [{SANITY_STUDIO_API_HOST: 'https://lake.example.org'}, 'https://lake.example.org'],
])('with %o the tools ask %s', (env, host) => {
  expect(sanityEnvironment({...env, HOME: '/home/ada', NODE_OPTIONS: '--no-warnings'})).toEqual({
    ...env,
    HOME: '/home/ada',
    SANITY_INTERNAL_ENV: host,
    SANITY_STUDIO_API_HOST: host,
    DO_NOT_TRACK: '1',
    NODE_OPTIONS: expect.stringMatching(/^--no-warnings --import=file:.*\/sanityPreload\.ts$/),
  })
})

test.each(['http://192.168.1.7:3333', 'http://[fe80::1]', 'lake.example.org', 'ftp://lake'])(
  '%s is no address for them',
  (address) => {
    expect(() => sanityEnvironment({SANITY_STUDIO_API_HOST: address})).toThrow(LakeAddressError)
  },
)
