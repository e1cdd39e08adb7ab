import {type DocumentActionsResolver} from 'sanity'
import {isGoverned} from '../../policy/index.ts'

/**
 * Pages that need sign-offs are put off by *Schedule*, which looks for them beforehand: the Studio's own is left out. For
 * the root of the configuration, where it has the last word.
 */
export const oneSchedule: DocumentActionsResolver = (previous, {schemaType}) =>
  isGoverned(schemaType) ? previous.filter(({action}) => action !== 'schedule') : previous
