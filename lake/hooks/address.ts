import {lookup, type LookupAddress} from 'node:dns'
import {BlockList, isIP, type LookupFunction} from 'node:net'

/** What is not the public internet. Source: IANA's registries of special-purpose addresses. */
const inside = new BlockList()
const subnets4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
const subnets6 = [
  '::/127',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
]
for (const subnet of subnets4) addSubnet(subnet, 'ipv4')
for (const subnet of subnets6) addSubnet(subnet, 'ipv6')

function addSubnet(subnet: string, family: 'ipv4' | 'ipv6'): void {
  const [network = '', prefix = ''] = subnet.split('/')
  inside.addSubnet(network, Number(prefix), family)
}

/** Whether an IP address is one that everybody on the internet can reach, and not somebody's own network. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  // An IPv4 address in the clothes of IPv6 is judged as what it is.
  return family !== 0 && !inside.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** An address that webhooks must not be sent to unless the operator says so. */
export class PrivateAddressError extends Error {}

/**
 * Whether the operator lets webhooks go to a host inside: `name`, `name:port` or `*` for every one.
 */
export function isAllowedHost(url: URL, allowed: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return allowed.some((host) => ['*', url.hostname, `${url.hostname}:${port}`].includes(host))
}

/** @throws PrivateAddressError for an address written out in numbers, which no name server is asked about */
export function checkLiteralAddress({hostname}: URL): void {
  const address = hostname.replace(/^\[|\]$/g, '')
  if (isIP(address) !== 0 && !isPublicAddress(address)) throw new PrivateAddressError(address)
}

/** Finds addresses as usual, and refuses those inside: what was checked is what is connected to. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, {...options, all: true}, (error, found: LookupAddress[]) => {
    if (error !== null) return callback(error, [])
    const wrong = found.find(({address}) => !isPublicAddress(address))
    const first = found[0]
    if (wrong !== undefined) return callback(new PrivateAddressError(wrong.address), [])
    if (options.all === true) return callback(null, found)
    return callback(null, first?.address ?? '', first?.family)
  })
}
