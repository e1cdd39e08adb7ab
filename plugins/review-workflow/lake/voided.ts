import {isPublished, type LakeDocument} from '../../../lake/document.ts'
import {type LedgerEntry, type ProposedCommit} from '../../../lake/guard.ts'
import {
  closureReached,
  isGoverned,
  isStanding,
  type SignOff,
  type VoidReason,
} from '../policy/index.ts'
import {versionOf, withPublished} from './closure.ts'
import {standing} from './records.ts'
import {digestOf} from './remembered.ts'

/** Sign-offs whose words are neither live any more, nor in the draft or in a release, die for good. */
export function voided(commit: ProposedCommit, subject: string): readonly LedgerEntry[] {
  const {signOffs, carried} = standing(commit, subject)
  const documents = commit.group(subject).filter(({_type}) => isGoverned(_type))
  return signOffs.filter(isStanding).flatMap((signOff) => {
    const seen = withPublished(commit, awaited(commit, signOff))
    const words = documents.filter((document) => digestOf(document) === signOff.digest)
    const shown = words.some((document) => {
      const moment = isPublished(document._id) ? 'live' : 'publishing'
      const version = versionOf(seen, document)
      return version !== null && closureReached(signOff, version, {carried}, moment)
    })
    if (shown) return []
    const reason: VoidReason = words.length > 0 ? 'closureChanged' : 'contentChanged'
    return [{kind: 'voided', subject, body: {signOff: signOff.seq, reason}}]
  })
}

/** The drafts and versions that a sign-off counts on, as far as they still say what it saw. */
function awaited(commit: ProposedCommit, {anticipates}: SignOff): readonly LakeDocument[] {
  return anticipates.flatMap(
    ({id, digest: seen}) =>
      commit
        .group(id)
        .find((document) => !isPublished(document._id) && digestOf(document) === seen) ?? [],
  )
}
