import {bundleOf, draftId} from '../../../lake/document.ts'
import {type LedgerEntry, type ProposedCommit} from '../../../lake/guard.ts'
import {closureReached, isGoverned, type SignOff, type VoidReason} from '../policy/index.ts'
import {asIfPublished, versionOf} from './closure.ts'
import {standing} from './records.ts'
import {digestOf} from './remembered.ts'

/** Sign-offs whose words are neither in the draft nor live any more die, for good. */
export function voided(commit: ProposedCommit, subject: string): readonly LedgerEntry[] {
  const {signOffs, carried} = standing(commit, subject)
  const documents = commit
    .group(subject)
    .filter(({_id, _type}) => isGoverned(_type) && bundleOf(_id).kind !== 'version')
  return signOffs
    .filter((signOff) => signOff.revoked === null && signOff.voided === null)
    .flatMap((signOff) => {
      const seen = asIfPublished(commit, awaited(commit, signOff))
      const words = documents.filter((document) => digestOf(document) === signOff.digest)
      const shown = words.some((document) => {
        const moment = bundleOf(document._id).kind === 'published' ? 'live' : 'publishing'
        const version = versionOf(seen, document)
        return version !== null && closureReached(signOff, version, {carried}, moment)
      })
      if (shown) return []
      const reason: VoidReason = words.length > 0 ? 'closureChanged' : 'contentChanged'
      return [{kind: 'voided', subject, body: {signOff: signOff.seq, reason}}]
    })
}

/** The drafts that a sign-off counts on, as far as they still say what it saw. */
function awaited(commit: ProposedCommit, {anticipates}: SignOff): readonly string[] {
  return anticipates.flatMap(({id, digest: seen}) => {
    const draft = commit.read(draftId(id))
    return draft !== null && digestOf(draft) === seen ? [id] : []
  })
}
