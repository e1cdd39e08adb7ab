import {type Role} from '../actor.ts'
import {LakeError} from '../errors.ts'

export function validEmail(email: string): string {
  const address = email.trim().toLowerCase()
  if (address.length > 254 || !/^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+$/.test(address)) {
    throw new LakeError('malformedRequest', `"${email}" is not an e-mail address.`)
  }
  return address
}

export function validName(name: string, what = 'A name'): string {
  const trimmed = name.trim()
  if (trimmed.length < 1 || trimmed.length > 200) {
    throw new LakeError('malformedRequest', `${what} has between 1 and 200 characters.`)
  }
  return trimmed
}

export function validRole(role: string, roles: readonly Role[]): string {
  if (!roles.some(({name}) => name === role)) {
    const names = roles.map(({name}) => name).join(', ')
    throw new LakeError('malformedRequest', `There is no role "${role}". Roles are: ${names}.`)
  }
  return role
}

export function validPassword(password: string): string {
  if (password.length < 12 || password.length > 1000) {
    throw new LakeError(
      'malformedRequest',
      'A password has at least 12 characters (and at most 1000).',
    )
  }
  return password
}
