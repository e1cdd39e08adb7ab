import {useTranslation} from 'sanity'
import {type Denial, denialMessage, topics} from '../policy/index.ts'
import {namespace} from './words.ts'

/** Why somebody else could not sign: the policy's own words speak to whoever asks. */
export function useWhyUnable(): (denials: readonly Denial[]) => string {
  const {t} = useTranslation(namespace)
  const why = (denial: Denial): string => {
    switch (denial.code) {
      case 'roleMissing':
      case 'wroteTheWords':
      case 'namedAuthor':
      case 'recused':
      case 'credentialMissing':
        return t(`person.${denial.code}`)
      case 'credentialUnusable':
        return t('person.credentialUnusable', {
          label: denial.label,
          problem: t(`credential.problem.${denial.problem}`),
        })
      case 'outOfScope':
        return denial.topics.length === 0
          ? denialMessage(denial).message
          : t('person.outOfScope', {
              topics: denial.topics.map((topic) => topics[topic].title).join('; '),
            })
      default:
        return denialMessage(denial).message
    }
  }
  return (denials) => [...new Set(denials.map(why))].join(' ')
}
