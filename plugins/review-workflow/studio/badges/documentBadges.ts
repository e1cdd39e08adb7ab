import {type DocumentBadgesResolver} from 'sanity'
import {isGoverned} from '../../policy/index.ts'
import {useCredentialBadge} from './useCredentialBadge.ts'
import {useStageBadge} from './useStageBadge.ts'

export const documentBadges: DocumentBadgesResolver = (previous, {schemaType}) => {
  if (isGoverned(schemaType)) return [...previous, useStageBadge]
  if (schemaType === 'reviewerCredential') return [...previous, useCredentialBadge]
  return previous
}
