import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {type PolicyChange, type PolicyPlace, type PolicyValue} from './policyDifference.ts'

interface PolicyWords {
  /** What a value is about: `People who must sign · R4, very high risk`. */
  readonly place: (place: PolicyPlace) => string
  /** What it says: `2 people`. */
  readonly value: (place: PolicyPlace, value: PolicyValue) => string
  readonly change: (change: PolicyChange) => string
}

export function usePolicyWords(): PolicyWords {
  const {t} = useTranslation(namespace)
  const words: Omit<PolicyWords, 'change'> = {
    place: ({field, trigger, riskClass}) =>
      [
        trigger === null ? t(`policyPage.${field}`) : t(`policyPage.trigger.${trigger}`),
        riskClass === null ? null : t(`risk.${riskClass}.name`),
      ]
        .filter((part) => part !== null)
        .join(' · '),
    value: ({field}, value) => {
      switch (typeof value) {
        case 'number':
          return Number.isNaN(value)
            ? t('policyPage.unreadable')
            : t(`policyPage.${field}.value`, {count: value})
        case 'boolean':
          return t(value ? 'policyPage.yes' : 'policyPage.no')
        case 'string':
          return t(`policyPage.consequence.${value}`)
        default:
          return t('policyPage.unneeded')
      }
    },
  }
  return {
    ...words,
    change: (change) =>
      t('policyPage.change', {
        place: words.place(change),
        before: words.value(change, change.before),
        after: words.value(change, change.after),
      }),
  }
}
