import {type Account} from '../lake/accounts/accounts.ts'
import {LakeError} from '../lake/errors.ts'
import {type Lake} from '../lake/lake.ts'
import {type Command, type CommandInput, done, required, word} from './command.ts'

/** Who may come in: people, and machines. */
export const accountCommands: {readonly [name: string]: Command} = {
  'user add': {
    usage: 'user add --email E --name N --role R [--person ID]   (password on standard input)',
    run: async (lake, input) => {
      const {person} = input.options
      const account = await lake.accounts.add({
        email: required(input, 'email'),
        name: required(input, 'name'),
        role: required(input, 'role'),
        password: input.input.replace(/\r?\n$/, ''),
        ...(person === undefined ? {} : {personId: person}),
      })
      return done(`${account.email} can sign in as ${account.role}.`, {...account})
    },
  },
  'user list': {
    usage: 'user list',
    run: async (lake) => {
      const accounts = lake.accounts.list()
      const rows = accounts.map(
        ({email, role, name, active}) => `${email}\t${role}\t${name}${active ? '' : '\t(closed)'}`,
      )
      return done(
        rows.join('\n'),
        accounts.map((account) => ({...account})),
      )
    },
  },
  'user role': {
    usage: 'user role EMAIL ROLE   (signs them out everywhere)',
    run: async (lake, input) => {
      const {id} = accountOf(lake, input)
      const account = lake.accounts.setRole(id, word(input, 3, 'the role'))
      return done(`${account.email} is ${account.role} now.`, {...account})
    },
  },
  'user password': {
    usage: 'user password EMAIL   (the new password on standard input; signs them out everywhere)',
    run: async (lake, input) => {
      const {id, email} = accountOf(lake, input)
      await lake.accounts.setPassword(id, passwordOf(input))
      return done(`${email} has a new password.`, {email})
    },
  },
  'user close': {
    usage: 'user close EMAIL   (what they wrote and signed stays theirs)',
    run: async (lake, input) => {
      const account = lake.accounts.setActive(accountOf(lake, input).id, false)
      return done(`${account.email} can no longer sign in.`, {...account})
    },
  },
  'user open': {
    usage: 'user open EMAIL',
    run: async (lake, input) => {
      const account = lake.accounts.setActive(accountOf(lake, input).id, true)
      return done(`${account.email} can sign in again.`, {...account})
    },
  },
  'token create': {
    usage: 'token create --label L --role editor|viewer   (prints only the token)',
    run: async (lake, input) => {
      const created = lake.accounts.createToken({
        label: required(input, 'label'),
        role: required(input, 'role'),
      })
      return done(created.token, {...created})
    },
  },
  'token list': {
    usage: 'token list',
    run: async (lake) => {
      const robots = lake.accounts.listTokens()
      const rows = robots.map(({id, role, label}) => `${id}\t${role}\t${label}`)
      return done(
        rows.join('\n'),
        robots.map((robot) => ({...robot})),
      )
    },
  },
  'token delete': {
    usage: 'token delete ID   (the token ends at once)',
    run: async (lake, input) => {
      const id = word(input, 2, 'the id of the token')
      lake.accounts.revokeToken(id)
      return done(`The token ${id} has ended.`, {id})
    },
  },
}

function accountOf(lake: Lake, input: CommandInput): Account {
  const email = word(input, 2, 'the e-mail of the account')
  const account = lake.accounts.findByEmail(email)
  if (account !== null) return account
  throw new LakeError('notFound', `There is no account for ${email}.`)
}

function passwordOf({input}: CommandInput): string {
  return input.replace(/\r?\n$/, '')
}
