import {type DocumentBadgesResolver} from 'sanity'
import {isGoverned} from '../../policy/index.ts'
import {isShared} from '../shared/isShared.ts'
import {useCredentialBadge} from './useCredentialBadge.ts'
import {useMarkedBadge} from './useMarkedBadge.ts'
import {useScheduledBadge} from './useScheduledBadge.ts'
import {useSharedBadge} from './useSharedBadge.ts'
import {useStageBadge} from './useStageBadge.ts'

export const documentBadges: DocumentBadgesResolver = (previous, {schemaType}) => {
  if (isGoverned(schemaType)) {
    return [...previous, useStageBadge, useMarkedBadge, useScheduledBadge]
  }
  if (schemaType === 'reviewerCredential') return [...previous, useCredentialBadge]
  return isShared(schemaType) ? [...previous, useSharedBadge] : previous
}
