import {draftId, type Json, type LakeDocument} from '../../../lake/document.ts'
import {type Extension} from '../../../lake/guard.ts'
import {attestation, policyHash, policyVersion} from '../policy/index.ts'
import {reviewActions} from './actions.ts'
import {closure, projectionType} from './closure.ts'
import {credentialType, factsOf} from './facts.ts'
import {reviewGuard} from './guard.ts'
import {roles} from './roles.ts'

/** The server face of the review workflow: everything that the lake must be told. */
export const reviewExtension: Extension = {
  guards: [reviewGuard],
  actions: reviewActions,
  reads: {
    /** The facts that a decision about this document would rest on, for the same `decide` in the Studio. */
    review: (view, id) => {
      const facts = factsOf(view, view.actor, id)
      const document = view.read(draftId(id)) ?? view.read(id)
      const shown = facts.subject.draft ?? facts.subject.live
      return {
        facts: facts as unknown as Json,
        digest: shown?.digest ?? null,
        closureDigest: shown?.closureDigest ?? null,
        closure: document === null ? [] : closure(view, document).map((entry) => ({...entry})),
        attestation: {...attestation},
        policyVersion,
        policyHash,
      }
    },
  },
  roles,
  isPrivate,
}

/** Credentials are nobody's business; the record of a review is public once its page is. */
function isPrivate(document: LakeDocument): boolean {
  if (document._type === credentialType) return true
  return document._type === projectionType && document['live'] !== true
}
