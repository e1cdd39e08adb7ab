import {type Json} from '../../../../lake/document.ts'
import {type NamedRead} from '../../../../lake/guard.ts'
import {
  attestation,
  credentialTypes,
  defaultPolicy,
  type Family,
  type FamilyRule,
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
        jurisdictions: typeof jurisdictions === 'string' ? jurisdictions : [...jurisdictions],
        family: family as unknown as Json,
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

/** Whoever may sign, and whatever else a credential can prove. */
function familiesIn(): readonly Family[] {
  const signing = Object.values(topics).flatMap(({groups}) => groups.flat())
  const proven = Object.values(credentialTypes).flatMap(({family}) => familiesOf(family))
  return [...new Set<Family>([...signing, ...proven])].sort()
}

function familiesOf(rule: FamilyRule): readonly Family[] {
  switch (rule.kind) {
    case 'always':
      return [rule.family]
    case 'never':
      return []
    case 'discipline':
      return [rule.family, ...(rule.otherwise === null ? [] : [rule.otherwise])]
    case 'licence':
      return [
        ...rule.needs.flatMap(({family, anyOf}) => [family, ...anyOf]),
        ...(rule.otherwise === null ? [] : [rule.otherwise]),
      ]
  }
}
