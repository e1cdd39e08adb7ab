const keepers: readonly string[] = ['registrar', 'administrator']

/** Whose business credentials are, besides their holders. */
export function keepsCredentials(roles: readonly string[]): boolean {
  return roles.some((role) => keepers.includes(role))
}
