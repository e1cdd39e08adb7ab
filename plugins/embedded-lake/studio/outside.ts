/** True for addresses that would leave the origin of the lake. `blob:` and `data:` never do. */
export function isOutside(address: URL, origin: string): boolean {
  return /^(https?|wss?):$/.test(address.protocol) && address.host !== new URL(origin).host
}

/** `http://<project>.<host>/...`, which the SDK and the tasks make up, is the lake itself under another name. */
export function ownAddress(address: URL, origin: string): URL {
  const own = new URL(origin)
  if (!address.host.endsWith(`.${own.host}`)) return address
  const rewritten = new URL(address)
  rewritten.host = own.host
  return rewritten
}
