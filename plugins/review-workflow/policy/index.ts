/** The door of the policy: everything that asks whether something may be done asks here. */
export {availableCommands} from './availableCommands.ts'
export {closureReached} from './closureReached.ts'
export {isBlocking, isOpen} from './comments.ts'
export {activeMarks, consequenceOf, creditedSignOffs, isIndexed} from './consequences.ts'
export {credentialStanding, lapsedBeyondGrace} from './credentialStanding.ts'
export {type CredentialType, type FamilyRule} from './credentialType.ts'
export {credentialLabel, credentialTypeOf, credentialTypes} from './credentialTypes.ts'
export {decide, isStale} from './decide.ts'
export {
  checklistQuestions,
  denialMessage,
  type DenialMessage,
  familyTitle,
} from './denialMessage.ts'
export {closureDigest, digest, hashOf, publishedForm} from './digest.ts'
export {namedAuthors} from './document.ts'
export {documentTopics, safetyTopics, topicWords} from './documentTopics.ts'
export {assess, familiesOf} from './families.ts'
export {
  attestation,
  attestationText,
  checklistItems,
  checklistOf,
  defaultPolicy,
  factorsNeeded,
  policyHash,
  policyName,
  policySubject,
  policyVersion,
} from './policy.ts'
export {newWords} from './newWords.ts'
export {isPolicy, policyProblems} from './policyProblems.ts'
export {holderUnable} from './requestRules.ts'
export {isWantedBeside, type Signatures, signaturesOf} from './signaturesOf.ts'
export {beyondReach, type Signer, signers} from './signers.ts'
export {
  isSignedAnew,
  isStanding,
  peopleNeeded,
  requirements,
  signOffProblems,
  standsSigned,
  usableSignOffs,
} from './signOffs.ts'
export {isAnswered, isReviewOverdue, lastRound, type ReviewDates, reviewDates} from './rounds.ts'
export {stageAsAsked, stageOf} from './stage.ts'
export {isGoverned, riskClassOf, topicFloors, topics} from './topics.ts'
export type * from './types.ts'
export {citedWork, isRetracted, type News, newsOf, uncheckedWorks} from './works.ts'
