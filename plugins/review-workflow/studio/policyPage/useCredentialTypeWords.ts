import {useListFormat, useTranslation} from 'sanity'
import {type Family, type FamilyRule} from '../../policy/index.ts'
import {type PolicyRead} from '../reads.ts'
import {usePlace} from '../usePlace.ts'
import {namespace} from '../words.ts'

type CredentialType = PolicyRead['credentialTypes'][number]

interface CredentialTypeWords {
  /** Where it is what it says. */
  readonly places: (type: CredentialType) => readonly string[]
  /** What it makes of its holder. */
  readonly proves: (type: CredentialType) => string
}

export function useCredentialTypeWords(families: PolicyRead['families']): CredentialTypeWords {
  const {t} = useTranslation(namespace)
  const place = usePlace()
  const or = useListFormat({type: 'disjunction'})
  const title = (family: Family) => families.find((each) => each.family === family)?.title ?? family

  function proves(rule: FamilyRule): readonly string[] {
    switch (rule.kind) {
      case 'always':
        return [title(rule.family)]
      case 'never':
        return [t('policyPage.proves.nothing')]
      case 'discipline': {
        const entries = or.format(rule.oneOf.map(courseInCapitals))
        return [
          t('policyPage.proves.entered', {family: title(rule.family), entries}),
          ...otherwise(rule.otherwise),
        ]
      }
      case 'licence':
        return [
          ...rule.needs.map(({family, anyOf}) =>
            t('policyPage.proves.licensed', {
              family: title(family),
              licences: or.format(anyOf.map(title)),
            }),
          ),
          ...otherwise(rule.otherwise),
        ]
    }
  }

  const otherwise = (family: Family | null) =>
    family === null ? [] : [t('policyPage.proves.otherwise', {family: title(family)})]

  return {
    places: ({jurisdictions}) =>
      typeof jurisdictions === 'string'
        ? [t(`policyPage.places.${jurisdictions}`)]
        : jurisdictions.map(place),
    proves: ({family}) => proves(family).join('; '),
  }
}

/** `hlt52015` is the name of an Australian course. */
function courseInCapitals(entry: string): string {
  return /\d/.test(entry) ? entry.toUpperCase() : entry
}
