import {randomBytes} from 'node:crypto'
import {type Accounts} from '../lake/accounts/accounts.ts'
import {type DemoPerson} from './starter-content.ts'

/** Nobody of these exists. The person id ties the account to the person document of the starter content. */
const demoPeople = {
  administrator: {name: 'Ada Demo-Administrator', role: 'administrator'},
  registrar: {name: 'Rega Demo-Registrar', role: 'registrar'},
  editor: {name: 'Edda Demo-Editor', role: 'editor'},
  therapist: {name: 'Mona Demo-Massage-Therapist', role: 'reviewer'},
  sleep: {name: 'Silas Demo-Sleep-Physician', role: 'reviewer'},
  viewer: {name: 'Vio Demo-Viewer', role: 'viewer'},
} as const

type DemoName = keyof typeof demoPeople

export interface SignIn extends DemoPerson {
  readonly email: string
}

export async function addDemoPeople(accounts: Accounts): Promise<Record<DemoName, SignIn>> {
  const add = (name: DemoName) =>
    addPerson(accounts, {
      ...demoPeople[name],
      email: `${name}@demo.restwell.example`,
      personId: `person-demo-${name}`,
    })
  return {
    administrator: await add('administrator'),
    registrar: await add('registrar'),
    editor: await add('editor'),
    therapist: await add('therapist'),
    sleep: await add('sleep'),
    viewer: await add('viewer'),
  }
}

export function addAdministrator(accounts: Accounts): Promise<SignIn> {
  return addPerson(accounts, {
    name: 'Administrator',
    role: 'administrator',
    email: 'administrator@restwell.example',
  })
}

async function addPerson(
  accounts: Accounts,
  person: {name: string; role: string; email: string; personId?: string},
): Promise<SignIn> {
  const password = randomBytes(12).toString('base64url')
  const account = await accounts.add({...person, password})
  const {email, name, role} = person
  return {userId: account.id, personId: account.personId, email, name, role, password}
}

/** What the terminal shows of people whose passwords nobody can look up again. */
export function signInTable(people: readonly SignIn[]): readonly string[] {
  const rows = people.map(({role, email, password}) => [role, email, password])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}
