import {type Json} from '../../../../lake/document.ts'
import {type NamedRead} from '../../../../lake/guard.ts'
import {
  attestation,
  credentialTypes,
  defaultPolicy,
  type Family,
  familyTitle,
  isPolicy,
  policyHash,
  policyName,
  policySubject,
  type Topic,
  topicFloors,
  topics,
  topicWords,
} from '../../policy/index.ts'
import {factsOf} from '../facts.ts'
import {text} from '../records.ts'

/** The whole policy, for people to read: what two people may change, and the tables that come with the software. */
export const policyRead: NamedRead = (view) => {
  const facts = factsOf(view, view.actor, policySubject)
  return {
    facts: facts as unknown as Json,
    policy: facts.policy as unknown as Json,
    defaults: defaultPolicy as unknown as Json,
    version: policyName(facts.policy),
    hash: policyHash(facts.policy),
    topics: Object.entries(topics).map(([topic, {title, riskClass, groups}]) => ({
      topic,
      title,
      riskClass,
      groups: groups.map((group) => [...group]),
      words: topicWords.flatMap(([brings, words]) =>
        brings === (topic as Topic) ? [words.source] : [],
      ),
    })),
    families: familiesIn().map((family) => ({family, title: familyTitle(family)})),
    credentialTypes: Object.entries(credentialTypes).map(
      ([code, {name, abbreviation, issuer, jurisdictions, family}]) => ({
        code,
        name,
        abbreviation,
        issuer,
        places: typeof jurisdictions === 'string' ? jurisdictions : jurisdictions.join(', '),
        proves: proves(family),
      }),
    ),
    attestation: {...attestation},
    floors: {...topicFloors},
    decisions: view
      .ledger(policySubject)
      .filter(({kind}) => ['policyProposed', 'policyAdopted', 'policyDeclined'].includes(kind))
      .map(({seq, at, kind, body}) => ({
        seq,
        at,
        kind,
        name: text(body, 'name'),
        reason: text(body, 'reason'),
        revision: isPolicy(body['policy']) ? Number(Reflect.get(body['policy'], 'revision')) : null,
        hash: text(body, 'hash') || null,
      })),
  }
}

function familiesIn(): readonly Family[] {
  const named = Object.values(topics).flatMap(({groups}) => groups.flat())
  return [...new Set<Family>([...named, 'MT-ASSOC'])].sort()
}

function proves(family: (typeof credentialTypes)[string]['family']): string {
  switch (family.kind) {
    case 'always':
      return familyTitle(family.family)
    case 'never':
      return 'nothing'
    case 'discipline':
      return `${familyTitle(family.family)}, if entered for ${family.oneOf.join(' or ')}${orElse(family.otherwise)}`
    case 'licence':
      return family.needs
        .map(
          (need) =>
            `${familyTitle(need.family)}, with a licence of ${need.anyOf.map(familyTitle).join(' or ')}`,
        )
        .join('; ')
        .concat(orElse(family.otherwise))
  }
}

function orElse(family: Family | null): string {
  return family === null ? '' : `; else ${familyTitle(family)}`
}
