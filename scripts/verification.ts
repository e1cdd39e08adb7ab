import {type JsonObject} from '../lake/document.ts'
import {type LedgerHead} from '../lake/guard.ts'
import {type Lake} from '../lake/lake.ts'
import {brokenRecords} from '../lake/ledger.ts'
import {isGoverned} from '../plugins/review-workflow/policy/index.ts'

export interface Verification {
  readonly problems: readonly string[]
  readonly lines: readonly string[]
  readonly json: JsonObject
}

/** Whether every published page is signed and every record holds, with where each ledger ends. */
export function verification(lake: Lake, known: readonly string[] = []): Verification {
  const names = lake
    .datasets()
    .filter(({policy}) => policy === 'reviewed')
    .map(({name}) => name)
  const problems = [...known, ...names.flatMap((name) => problemsOf(lake, name))]
  const heads = names.map((name) => [name, lake.dataset(name).store.ledgerHead()] as const)
  const lines = [
    ...(problems.length === 0
      ? ['Every published page is signed, and every record holds.']
      : problems),
    ...heads.map(headLine),
  ]
  const json = {
    ok: problems.length === 0,
    problems,
    heads: Object.fromEntries(heads.map(([name, head]) => [name, head && {...head}])),
  }
  return {problems, lines, json}
}

function problemsOf(lake: Lake, name: string): readonly string[] {
  const {store} = lake.dataset(name)
  const withheld = lake
    .dataset(name)
    .serving.verify()
    .map((id) => {
      const type = store.document(id)?._type ?? ''
      return isGoverned(type)
        ? `${name}: ${type} "${id}" is published without a usable sign-off, and withheld from readers`
        : `${name}: "${id}" was not filed by the lake, and is withheld from readers`
    })
  const broken = brokenRecords(store.wholeLedger()).map(
    (seq) => `${name}: record ${seq} of the ledger is broken`,
  )
  return [...withheld, ...broken]
}

/** To be written down elsewhere: whoever has it can tell later that nothing up to there was changed. */
function headLine([name, head]: readonly [string, LedgerHead | null]): string {
  return head === null
    ? `${name}: the ledger is empty`
    : `${name}: record ${head.seq}, hash ${head.hash}`
}
