import {expect, test} from 'vitest'
import {peerOf} from '../../lake/http/addresses.ts'
import {createAllowance} from '../../lake/http/presenceLimits.ts'
import {createSeats} from '../../lake/http/seats.ts'

test('an allowance is so much at once, and a little more each second', () => {
  let now = 0
  const may = createAllowance({burst: 3, perSecond: 2}, () => now)
  const times = (count: number) => Array.from({length: count}, may)
  expect(times(4)).toEqual([true, true, true, false])
  now = 1000
  expect(times(3)).toEqual([true, true, false])
  now = 60_000
  expect(times(4)).toEqual([true, true, true, false])
})

test('seats are counted for each address, each account, strangers, and all', () => {
  const seats = createSeats({all: 5, strangers: 3, perAddress: 2, perAccount: 2})
  const take = (holder: {address: string} | {account: string}): string => {
    try {
      seats.take(holder)
      return 'taken'
    } catch (error) {
      return (error as Error).message.split('.', 1)[0] ?? ''
    }
  }
  const first = seats.take({address: 'a'})
  expect([
    take({address: 'a'}),
    take({address: 'a'}),
    take({address: 'b'}),
    take({address: 'b'}),
    take({account: 'ada'}),
    take({account: 'ada'}),
    take({account: 'ada'}),
    take({account: 'ben'}),
  ]).toEqual([
    'taken',
    'Your address has as many streams open as it may have',
    'taken',
    'The server has as many streams open as it can serve',
    'taken',
    'taken',
    'Your account has as many streams open as it may have',
    'The server has as many streams open as it can serve',
  ])
  first()
  first()
  expect([take({account: 'ben'}), take({account: 'ben'})]).toEqual([
    'taken',
    'The server has as many streams open as it can serve',
  ])
})

test.each([
  ['203.0.113.7', undefined, '203.0.113.7'],
  ['::ffff:203.0.113.7', undefined, '203.0.113.7'],
  // Strangers say of themselves what they like.
  ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['127.0.0.1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  ['::ffff:172.18.0.2', '198.51.100.1', '198.51.100.1'],
  [undefined, undefined, 'unknown'],
])('from %s, sent on for %s: %s', (remoteAddress, forwarded, expected) => {
  const headers = forwarded === undefined ? {} : {'x-forwarded-for': forwarded}
  expect(peerOf({socket: {remoteAddress}, headers} as never)).toBe(expected)
})
